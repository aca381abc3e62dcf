using Espalier.Server.Packs;
using Espalier.Server.Palettes;

namespace Espalier.Server.Docs.Operations.Settings;

/// <summary>What the document says of palettes and packs.</summary>
static class BoardTexts
{
    const string Palettes = "Settings";
    const string Tag = "Packs";

    public static readonly OperationText[] All =
    [
        new(Palettes, "listPalettes", "The palettes of colours that every tenant has, then the tenant's own by name.")
        {
            Answer = new(200, "The palettes.", typeof(PaletteResource[])),
        },
        new(Palettes, "createPalette", "Makes a palette for everybody in the tenant. For admins.")
        {
            Body = new(typeof(NewPalette), """{"name": "House colours", "colours": ["#193473", "#A33F21", "#439B74"], "others": "#656C76"}"""),
            Answer = new(201, "The palette.", typeof(PaletteResource)),
        },
        new(Palettes, "updatePalette", "Changes what the body names. Palettes that are built in stay as they are: 403910. For admins.")
        {
            Body = new(typeof(PalettePatch), """{"colours": ["#193473", "#A33F21"]}"""),
            Answer = new(200, "The palette as it is now.", typeof(PaletteResource)),
            Refusals = [404, 409],
        },
        new(Palettes, "deletePalette", "Deletes a palette of the tenant's own. For admins.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
        new(Tag, "listPacks", """
            The packs that the caller may read, by name, without their documents: the caller's own, and those with a grant for one of the caller's
            groups; and of these only those whose data the caller may read.
            """)
        {
            Answer = new(200, "The packs.", typeof(PackEntry[])),
        },
        new(Tag, "createPack", """
            Makes a pack, which belongs to the caller and is private unless it has grants. What `source` names must be there for the caller.
            A document has at most 1,048,576 bytes.
            """)
        {
            Body = new(typeof(NewPack), """
                {"name": "Span of control", "tags": ["monthly"], "grants": [{"group": "hr", "level": "read"}],
                 "document": {"slides": [{"kind": "chart", "colourBy": "department"}]}}
                """),
            Answer = new(201, "The pack.", typeof(PackResource)),
        },
        new(Tag, "retrievePack", "A pack with its document. It is not there for who may not read the data that it was made with.")
        {
            Answer = new(200, "The pack.", typeof(PackResource)),
            Refusals = [404],
        },
        new(Tag, "updatePack", """
            Changes what the body names; a document is replaced whole. Source, grants and owner are for the pack's owner and admins, the rest also
            for groups with the level modify. With a `version` it is refused (409902) when somebody else has changed the pack since.
            """)
        {
            Body = new(typeof(ChangedPack), """{"name": "Span of control, May", "document": {"slides": []}}"""),
            Answer = new(200, "The pack as it is now.", typeof(PackResource)),
            Refusals = [404, 409],
        },
        new(Tag, "deletePack", "Deletes the pack; data stay as they are. For its owner and admins.")
        {
            Answer = new(204, "It is gone."),
            Refusals = [404],
        },
    ];
}
