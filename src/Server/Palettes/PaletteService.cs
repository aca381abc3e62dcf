using System.Text.RegularExpressions;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Palettes;

/// <summary>The palettes of a tenant: everybody uses them, admins make them.</summary>
public sealed partial class PaletteService(IPaletteStore store, AuditLog audit, EventHub events, TimeProvider time)
{
    /// <summary>Of one tenant.</summary>
    public const int Most = 200;
    const int LongestName = 100;

    static readonly string[] Fields =
    [
        "name", "kind", "colours", "others",
        // Answers hold these; who sends one back need not take them out.
        "paletteId", "builtIn", "createdAt", "createdBy", "modifiedAt", "modifiedBy",
    ];

    /// <summary>The built-in ones, then the tenant's own by name.</summary>
    public async Task<IReadOnlyList<Palette>> ListAsync(Caller caller, CancellationToken ct) =>
    [
        .. BuiltInPalettes.All,
        .. (await store.ListAsync(caller.TenantId, ct)).OrderBy(palette => Palette.KeyOf(palette.Name), StringComparer.Ordinal),
    ];

    public async Task<Palette> CreateAsync(Caller caller, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandChange(caller);
        var all = await ListAsync(caller, ct);
        var (now, read) = (time.GetUtcNow().ToUnixTimeMilliseconds(), Read(body, null, all));
        problems.ThrowIfAny();
        if (all.Count - BuiltInPalettes.All.Count >= Most)
            throw new Refused(Errors.TooManyPalettes(Most));
        var palette = read with
        {
            PaletteId = Guid.NewGuid(),
            Version = 1,
            CreatedAt = now,
            CreatedBy = caller.Email,
            ModifiedAt = now,
            ModifiedBy = caller.Email,
        };
        await SaveAsync(caller, palette, AuditKinds.PaletteCreate, ct);
        return palette;
    }

    /// <summary>Changes what the body names.</summary>
    public async Task<Palette> UpdateAsync(Caller caller, Guid paletteId, JsonField? body, Problems problems, CancellationToken ct)
    {
        DemandChange(caller);
        var all = await ListAsync(caller, ct);
        var current = all.FirstOrDefault(palette => palette.PaletteId == paletteId);
        var read = Read(body, current ?? all[0], all);
        problems.ThrowIfAny();
        var palette = read with
        {
            Version = Own(caller, current, paletteId).Version + 1,
            ModifiedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ModifiedBy = caller.Email,
        };
        await SaveAsync(caller, palette, AuditKinds.PaletteChange, ct);
        return palette;
    }

    public async Task DeleteAsync(Caller caller, Guid paletteId, CancellationToken ct)
    {
        DemandChange(caller);
        var palette = Own(caller, (await ListAsync(caller, ct)).FirstOrDefault(palette => palette.PaletteId == paletteId), paletteId);
        if (!await store.DeleteAsync(caller.TenantId, paletteId, ct))
            throw new Refused(Errors.PaletteNotFound(caller.TenantId, paletteId));
        await NoteAsync(caller, AuditKinds.PaletteDelete, palette);
    }

    async Task SaveAsync(Caller caller, Palette palette, string kind, CancellationToken ct)
    {
        if (!await store.SaveAsync(caller.TenantId, palette, ct))
            throw new Refused(Errors.ChangedMeanwhile);
        await NoteAsync(caller, kind, palette);
    }

    Task NoteAsync(Caller caller, string kind, Palette palette)
    {
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Palettes));
        return audit.WriteAsync(caller, kind, palette.Name);
    }

    static Palette Own(Caller caller, Palette? palette, Guid paletteId) => palette switch
    {
        null => throw new Refused(Errors.PaletteNotFound(caller.TenantId, paletteId)),
        { IsBuiltIn: true } => throw new Refused(Errors.PaletteIsBuiltIn(caller.TenantId, paletteId)),
        _ => palette,
    };

    /// <param name="current">What holds where the body says nothing; null: it must say all.</param>
    static Palette Read(JsonField? body, Palette? current, IReadOnlyList<Palette> all)
    {
        body = body?.Object();
        body?.RefuseOthers(Fields);
        var name = current is null ? body?.Required("name") : body?.Member("name");
        var colours = current is null ? body?.Required("colours") : body?.Member("colours");
        var others = body?.Member("others");
        return new Palette(
            current?.PaletteId ?? Guid.Empty, 0,
            ReadName(name, current, all) ?? current?.Name ?? "",
            body?.Optional("kind")?.OneOf(Palette.Kinds) ?? current?.Kind ?? Palette.Categories,
            ReadColours(colours) ?? current?.Colours ?? [])
        {
            Others = others is null ? current?.Others : others.IsNull ? null : ReadColour(others),
            CreatedAt = current?.CreatedAt ?? 0,
            CreatedBy = current?.CreatedBy ?? "",
        };
    }

    static string? ReadName(JsonField? field, Palette? current, IReadOnlyList<Palette> all)
    {
        if (field?.FilledText()?.Trim() is not { } name)
            return null;
        if (name.Length > LongestName || name.Any(char.IsControl))
            field.Problem(Errors.PropertyValueInvalid($"must have at most {LongestName} characters, and no control characters"));
        else if (all.Any(other => other.PaletteId != current?.PaletteId && Palette.KeyOf(other.Name) == Palette.KeyOf(name)))
            field.Problem(Errors.NameTaken(name));
        return name;
    }

    static List<string>? ReadColours(JsonField? field)
    {
        if (field?.Array() is not { } items)
            return null;
        if (items.Count is 0 or > Palette.MostColours)
            field.Problem(Errors.PropertyValueInvalid($"must have 1 to {Palette.MostColours} colours"));
        return [.. items.Take(Palette.MostColours).Select(ReadColour).OfType<string>()];
    }

    static string? ReadColour(JsonField field)
    {
        if (field.Text() is not { } text)
            return null;
        if (!Colour().IsMatch(text))
            field.Problem(Errors.PropertyValueInvalid("must be a colour like #1B5FA8"));
        return text.ToUpperInvariant();
    }

    static void DemandChange(Caller caller)
    {
        if (caller.Role != Role.Admin || caller.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal))
            throw new Refused(Errors.AdminRequired);
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Colour();
}
