using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Events;

/// <summary>What somebody wants to hear of.</summary>
/// <param name="Datasets">Datasets and views by their ids.</param>
public sealed record EventTopics(IReadOnlyList<Guid> Datasets, IReadOnlyList<Guid> Drafts, bool Jobs, bool Meta)
{
    const string Parameter = "topics";
    const int Most = 20;
    const string DatasetPrefix = "dataset:";
    const string DraftPrefix = "draft:";

    public static EventTopics Read(RequestQuery query)
    {
        var (datasets, drafts) = (new List<Guid>(), new List<Guid>());
        var (jobs, meta) = (false, false);
        var topics = query.Many(Parameter).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var topic in topics)
            if (topic == "jobs")
                jobs = true;
            else if (topic == "meta")
                meta = true;
            else if (topic.StartsWith(DatasetPrefix, StringComparison.Ordinal) && Ids.TryParse(topic[DatasetPrefix.Length..], out var id))
                datasets.Add(id);
            else if (topic.StartsWith(DraftPrefix, StringComparison.Ordinal) && Ids.TryParse(topic[DraftPrefix.Length..], out var draft))
                drafts.Add(draft);
            else
                query.Problem(Parameter, Errors.FieldMustBeOneOf("jobs", "meta", "dataset:{datasetId}", "draft:{draftId}"));
        if (topics.Count == 0)
            query.Problem(Parameter, Errors.FieldIsRequired);
        if (topics.Count > Most)
            query.Problem(Parameter, Errors.PropertyValueInvalid($"must have at most {Most} topics"));
        return new([.. datasets.Distinct()], [.. drafts.Distinct()], jobs, meta);
    }
}
