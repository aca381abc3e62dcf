using Espalier.Server.Rights;
using Espalier.Server.Rights.Views;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of rights on datasets and of permissioned views.</summary>
static class RightsTexts
{
    const string Tag = "Rights";

    const string RightsExample = """
        {"owner": "ana@example.com",
         "grants": [{"group": "hr", "level": "update"}, {"group": "user", "level": "read"}],
         "properties": [{"key": "salary", "default": "hidden", "groups": {"hr": "update"}}],
         "rows": [{"groups": ["leeds"], "filter": {"location": "Leeds"}, "level": "update"}]}
        """;

    const string ViewExample = """
        {"name": "Leeds", "filter": {"location": "Leeds"}, "properties": ["employeeID", "fullName", "managerID"],
         "ghosts": ["fullName"], "grants": [{"group": "leeds", "level": "read"}]}
        """;

    public static readonly OperationText[] All =
    [
        new(Tag, "retrieveRights", """
            The dataset's owner, what groups may do with it, and what narrows them: rights on properties and rules on rows. For its owner,
            admins, and those with the level modify from whom nothing of the dataset is hidden.
            """)
        {
            Answer = new(200, "The rights.", typeof(RightsResource)) { Example = RightsExample },
            Refusals = [404],
        },
        new(Tag, "updateRights", """
            Replaces the rights by the body, which is what GET answers; without an owner it stays. Nobody can give or take more than they may
            do themselves.
            """)
        {
            Body = new(typeof(RightsResource), RightsExample),
            Answer = new(200, "The rights as they are now.", typeof(RightsResource)),
            Refusals = [404, 409],
        },
        new(Tag, "listViews", "The dataset's permissioned views, by name. For those who may manage the dataset.")
        {
            Answer = new(200, "The views.", typeof(ViewResource[])),
            Refusals = [404],
        },
        new(Tag, "createView", """
            Makes a live, read-only part of the dataset with grants of its own. Its id stands for a dataset's wherever something is read;
            the dataset's rights on properties and rules on rows hold there too.
            """)
        {
            Body = new(typeof(NewView), ViewExample),
            Answer = new(201, "The view.", typeof(ViewResource)),
            Refusals = [404],
        },
        new(Tag, "previewView", """
            How many items a view with the filter would show now, and how many of their ancestors it would leave out or show as ghosts. Without
            a filter it shows all.
            """)
        {
            Body = new(typeof(ViewScope), """{"filter": {"location": "Leeds"}}"""),
            Answer = new(200, "The counts.", typeof(ViewPreview)),
            Refusals = [404],
        },
        new(Tag, "updateView", "Changes what the body names; null takes filter, properties or ghosts away.")
        {
            Body = new(typeof(ChangedView), """{"name": "Leeds and London", "filter": {"location": {"$in": ["Leeds", "London"]}}}"""),
            Answer = new(200, "The view as it is now.", typeof(ViewResource)),
            Refusals = [404, 409],
        },
        new(Tag, "deleteView", "Deletes the view; the dataset stays as it is.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
    ];
}
