using System.Runtime.InteropServices;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Imports.Payloads;
using Espalier.Server.Rights;

namespace Espalier.Server.Imports;

/// <summary>Writes items at once, from a body in memory.</summary>
public sealed class ImportService(TimeProvider time)
{
    /// <summary>Up to here, a payload is resolved faster than threads are started.</summary>
    const int Small = 64 * 1024;

    /// <summary>Performs the actions; when this returns, they are kept. A dry run keeps nothing and waits for no writer.</summary>
    /// <exception cref="Refused">The body cannot be read, or an action cannot be performed and nothing was.</exception>
    internal async Task<IPieces> WriteAsync(
        Caller caller, DatasetAccess access, ImportSettings settings, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        Resolution? resolution = null;
        if (settings.DryRun)
            await PerformAsync(access.Live.Current, ct);
        else
            await access.Live.ApplyAsync(PerformAsync, ct);
        return ResultOf(resolution!, settings);

        async Task<ChangeSet> PerformAsync(Snapshot snapshot, CancellationToken token)
        {
            var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, caller.Channel);
            var restriction = access.Rights.Restriction;
            resolution = await ResolveAsync(
                snapshot, restriction.Of(snapshot.Definition), restriction.WritesTo(snapshot, token), settings, body, stamp, token);
            return resolution.Changes;
        }
    }

    /// <summary>Notes what is wrong with a body as such, where the actions in it are not going to be performed, and so nobody else would tell.</summary>
    /// <param name="definition">Null: the dataset could not be opened.</param>
    /// <param name="body">Null: what is wrong with it has been noted.</param>
    public static async Task CheckAsync(DatasetDefinition? definition, ReadOnlyMemory<byte>? body, Problems problems, CancellationToken ct)
    {
        if (body is { IsEmpty: true })
            problems.Add(Errors.FieldIsRequired with { JsonBody = "$" });
        else if (body is { } bytes && definition is null)
            foreach (var action in JsonBody.Parse(bytes, problems)?.Array() ?? [])
                action.Object();
        else if (body is { } read && problems.Any)
        {
            try
            {
                await using var reader = await OpenAsync(definition!, read, ct);
                while (await reader.ReadAsync(ct) is { } batch)
                    batch.Dispose();
            }
            catch (PayloadException e)
            {
                problems.Add(ErrorOf(e, read));
            }
        }
    }

    /// <summary>The answer to actions that were performed at once.</summary>
    internal static IPieces ResultOf(Resolution resolution, ImportSettings settings) => new ImportResultPieces(resolution, settings, echoesRequest: true);

    /// <summary>What the actions come to; nothing is performed.</summary>
    /// <param name="seen">The definition as the caller sees it.</param>
    /// <param name="access">What the caller may write; null: everything.</param>
    /// <exception cref="Refused">The body cannot be read, or an action cannot be performed.</exception>
    internal static async Task<Resolution> ResolveAsync(
        Snapshot snapshot, DatasetDefinition seen, WriteAccess? access, ImportSettings settings, ReadOnlyMemory<byte> body, TransactionStamp stamp, CancellationToken ct)
    {
        try
        {
            await using var reader = await OpenAsync(seen, body, ct);
            var resolver = new Resolver(snapshot, settings, access);
            var resolution = body.Length <= Small
                ? await ActionPipe.ResolveAsync(reader, resolver, stamp, ct)
                : await ActionPipe.ResolveAsideAsync(reader, resolver, stamp, null, ct);
            return resolution.Failed ? throw new Refused(ProblemTexts.Of(resolution.Problems, settings)) : resolution;
        }
        catch (PayloadException e)
        {
            throw new Refused(ErrorOf(e, body));
        }
    }

    /// <summary>What is no JSON at all is that, whatever its beginning looks like.</summary>
    static ApiError ErrorOf(PayloadException e, ReadOnlyMemory<byte> body)
    {
        var problems = new Problems();
        if (e.IsMisshapen)
            JsonBody.Parse(body, problems);
        return problems.First ?? ProblemTexts.OfBody(e);
    }

    static Task<IActionReader> OpenAsync(DatasetDefinition definition, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        PayloadReader.OpenAsync(
            MemoryMarshal.TryGetArray(body, out var bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count) : new MemoryStream(body.ToArray()),
            PayloadFormat.Json, definition, PayloadLimits.Small(body.Length), ct);
}
