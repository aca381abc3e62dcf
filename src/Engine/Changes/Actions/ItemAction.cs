namespace Espalier.Engine.Changes.Actions;

/// <summary>What an action asks for.</summary>
public enum ItemAction : byte
{
    /// <summary>Missing or unknown.</summary>
    None,
    Create,
    Update,
    Replace,
    Delete,
    CreateOrUpdate,
    CreateOrReplace,
    Noop,
}

/// <summary>The actions' names on the wire.</summary>
public static class ItemActions
{
    public static readonly string[] Names = ["", "create", "update", "replace", "delete", "createOrUpdate", "createOrReplace", "noop"];

    public static string Name(this ItemAction action) => Names[(int)action];

    public static ItemAction Parse(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("noop"u8) => ItemAction.Noop,
        6 when name.SequenceEqual("create"u8) => ItemAction.Create,
        6 when name.SequenceEqual("update"u8) => ItemAction.Update,
        6 when name.SequenceEqual("delete"u8) => ItemAction.Delete,
        7 when name.SequenceEqual("replace"u8) => ItemAction.Replace,
        14 when name.SequenceEqual("createOrUpdate"u8) => ItemAction.CreateOrUpdate,
        15 when name.SequenceEqual("createOrReplace"u8) => ItemAction.CreateOrReplace,
        _ => ItemAction.None,
    };

    /// <summary>What it comes to, by whether the item is there.</summary>
    internal static ItemAction Resolve(this ItemAction action, bool found) => action switch
    {
        ItemAction.CreateOrUpdate => found ? ItemAction.Update : ItemAction.Create,
        ItemAction.CreateOrReplace => found ? ItemAction.Replace : ItemAction.Create,
        _ => action,
    };

    internal static bool Creates(this ItemAction action) =>
        action is ItemAction.Create or ItemAction.CreateOrUpdate or ItemAction.CreateOrReplace;

    internal static bool Replaces(this ItemAction action) => action is ItemAction.Replace or ItemAction.CreateOrReplace;
}
