using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Commands;
using Espalier.Server.Datasets;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Http.Middleware;
using Espalier.Server.Jobs;
using Espalier.Server.Rights;
using Microsoft.AspNetCore.WebUtilities;

namespace Espalier.Server.Imports;

/// <summary>Gives a new installation a dataset to look at, the way every caller would: a temporary file, an import, a ticket.</summary>
sealed class SampleOrganisation(
    DatasetService datasets, RightsService rights, TemporaryFiles files, JobService jobs, TimeProvider time) : IFirstStart
{
    static readonly DatasetDefinition Definition = new("Sample organisation", "PEOPLE", "employeeID", "fullName",
    [
        new("employeeID", PropertyType.Number) { Name = "Employee ID" },
        new("fullName", PropertyType.Text) { Name = "Full name" },
        new("managerID", PropertyType.Number) { Name = "Manager ID" },
        new("positionTitle", PropertyType.Text) { Name = "Position" },
        new("department", PropertyType.Text) { Name = "Department" },
        new("location", PropertyType.Text) { Name = "Location" },
        new("grade", PropertyType.Text) { Name = "Grade" },
        new("salary", PropertyType.Number) { Name = "Salary" },
        new("fte", PropertyType.Number) { Name = "FTE" },
        new("startDate", PropertyType.Date) { Name = "Start date" },
        new("isManager", PropertyType.Boolean) { Name = "Is a manager" },
    ])
    {
        TreeId = "employeeID",
        TreeParentId = "managerID",
    };

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<Guid?> PrepareAsync(Caller admin, CancellationToken ct)
    {
        var datasetId = await datasets.CreateAsync(admin, Definition, ct);
        await rights.GrantAsync(admin, datasetId, new(Groups.User, Level.Read), ct);
        var file = await files.CreateAsync(admin.TenantId, "csv", "identity", ct);
        await using (var content = files.BeginContent())
        {
            await content.Stream.WriteAsync(Encoding.UTF8.GetBytes(SamplePeople.Csv()), ct);
            await files.SwitchContentAsync(file, await content.CompleteAsync(ct), file.ContentType, gzip: false, ct);
        }

        const string Base = "http://localhost";
        var settings = new ImportSettings { Identification = Identification.AutoId };
        var ticket = await jobs.AddAsync(admin, new NewJob(ImportRunner.JobKind, ImportRunner.Write(new(datasetId, settings, Gzip: false)))
        {
            DatasetId = datasetId,
            Writes = true,
            ImportUrl = files.UrlsOf(file, Base).Get,
            BaseUrl = Base,
            TraceId = TraceIds.New(time),
        }, ct);
        await WaitAsync(ticket, ct);
        return datasetId;
    }

    async Task WaitAsync(Ticket ticket, CancellationToken ct)
    {
        var token = QueryHelpers.ParseQuery(new Uri(ticket.Links.Self.Url).Query)["token"].ToString();
        var end = time.GetUtcNow() + Patience;
        while (ticket.JobStatus is not ("completed" or "failed"))
        {
            if (time.GetUtcNow() > end)
                throw new TimeoutException("The sample organisation was not loaded in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
            ticket = await jobs.FindAsync(token, ct);
        }
        if (ticket.Errors is { Count: > 0 } errors)
            throw new Refused(errors);
    }
}
