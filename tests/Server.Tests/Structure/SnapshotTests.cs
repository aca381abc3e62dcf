using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Tests.Structure;

/// <summary>
/// A snapshot and all it reaches never change to the eye: every field is set once, and holds something that does not
/// change either. Arrays are let pass when they stand in such a field, for columns are made of them; caches are
/// <see cref="Lazy{T}"/> or <see cref="ConcurrentDictionary{TKey, TValue}"/>.
/// </summary>
public sealed class SnapshotTests
{
    static readonly Type[] Unchanging =
    [
        typeof(string), typeof(Guid), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Type),
    ];

    static readonly Type[] Containers =
    [
        typeof(Lazy<>), typeof(ConcurrentDictionary<,>), typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>), typeof(FrozenDictionary<,>),
        typeof(FrozenSet<>), typeof(Nullable<>), typeof(ReadOnlyMemory<>), typeof(KeyValuePair<,>), typeof(IEqualityComparer<>), typeof(Func<>), typeof(Func<,>),
    ];

    /// <summary>What changes, but not to the eye: types, or fields of types, and why.</summary>
    static readonly Dictionary<string, string> Excused = new()
    {
        ["TreeNode"] = "filled while its tree is built, and only shown read-only after that",
        ["ValueArray"] = "a column that a run of an expression makes for itself; no snapshot holds one",
        ["LazyCells"] = "a column that a run of an expression makes for itself; no snapshot holds one",
        ["TextPool"] = "grows, but a code's text never changes",
        ["NodeColumns._nextPosition"] = "counts while the columns are made",
        ["NodeColumns._byKey"] = "filled while the columns are made",
        ["DatasetDefinition._positions"] = "a cache, swapped whole",
    };

    [Fact]
    public void A_snapshot_and_what_it_reaches_is_set_once_and_for_all()
    {
        var problems = new List<string>();
        var seen = new HashSet<Type>();
        Visit(typeof(Snapshot), "Snapshot", seen, problems);
        problems.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(20);
    }

    static void Visit(Type type, string path, HashSet<Type> seen, List<string> problems)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsGenericParameter || Unchanging.Contains(type) || !seen.Add(type))
            return;
        if (type.IsArray)
        {
            Visit(type.GetElementType()!, path + "[]", seen, problems);
            return;
        }
        if (type.IsGenericType && Containers.Contains(type.GetGenericTypeDefinition()))
        {
            foreach (var argument in type.GetGenericArguments())
                Visit(argument, path, seen, problems);
            return;
        }
        if (type.Assembly != typeof(Snapshot).Assembly)
        {
            problems.Add($"{path} is a {type}, which may change");
            return;
        }

        // What a field is declared as may be less than what stands in it.
        foreach (var heir in type.Assembly.GetTypes().Where(t => t != type && type.IsAssignableFrom(t)))
            Visit(heir, $"{path}({heir.Name})", seen, problems);
        for (var level = type; level is not null && level.Assembly == type.Assembly; level = level.BaseType)
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Excused.ContainsKey(level.Name) || Excused.ContainsKey($"{level.Name}.{field.Name}"))
                    continue;
                if (!field.IsInitOnly && IsWritten(field))
                    problems.Add($"{path}.{field.Name} can be set again");
                Visit(field.FieldType, $"{path}.{field.Name}", seen, problems);
            }
    }

    /// <summary>A primary constructor's parameter cannot be marked; what counts is that no method stores into it, once it is made.</summary>
    static bool IsWritten(FieldInfo field)
    {
        byte[] store = [(byte)OpCodes.Stfld.Value, .. BitConverter.GetBytes(field.MetadataToken)];
        return Methods(field.DeclaringType!).Any(method => method.GetMethodBody()?.GetILAsByteArray().AsSpan().IndexOf(store) >= 0);
    }

    static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => !method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Concat(type.GetNestedTypes(BindingFlags.NonPublic).SelectMany(Methods));
}
