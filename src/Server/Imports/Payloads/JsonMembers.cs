using System.Text;
using System.Text.Json;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Snapshots;

namespace Espalier.Server.Imports.Payloads;

/// <summary>The members that actions may have, and how one action's are put into a batch.</summary>
sealed class JsonMembers
{
    /// <summary>Unknown names that are remembered; the rest is looked at anew each time.</summary>
    const int MostUnknown = 4096;

    readonly Dictionary<byte[], Member>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    readonly Member _before = new("", Role.Ignored, -1);
    readonly DatasetDefinition _definition;
    int _unknown;
    long _objects;

    public JsonMembers(DatasetDefinition definition)
    {
        _definition = definition;
        var members = new Dictionary<byte[], Member>(definition.Properties.Length + 3, Utf8Names.Instance);
        for (var i = 0; i < definition.Properties.Length; i++)
            Add(new(definition.Properties[i].Key, Role.Property, i));
        Add(new("_action", Role.Action, -1));
        Add(new("_id", Role.Id, -1));
        Add(new("_sortOrder", Role.SortOrder, -1));
        _byName = members.GetAlternateLookup<ReadOnlySpan<byte>>();

        void Add(Member member) => members[member.Name] = member;
    }

    /// <summary>
    /// Reads the object that the reader stands on and makes it the batch's next action. False, and nothing is kept, when the
    /// object is not complete in the buffer.
    /// </summary>
    public bool Take(ref Utf8JsonReader reader, ActionBatch batch, long element)
    {
        var problems = batch.Problems.Count;
        _objects++;
        for (var last = _before; reader.Read();)
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                batch.Count++;
                return true;
            }
            var member = Follow(last, ref reader);
            last = member;
            if (!reader.Read())
                break;
            if (member.Role is Role.Unknown or Role.Ignored)
            {
                if (member.Role == Role.Unknown)
                    batch.Problems.Add(new(element, member.Key, ActionProblemKind.PropertyUnknown));
                if (!reader.TrySkip())
                    break;
                continue;
            }
            if (member.SeenIn == _objects)
            {
                batch.Problems.Add(new(element, member.Key, ActionProblemKind.PropertyRepeated));
                if (!reader.TrySkip())
                    break;
                continue;
            }
            member.SeenIn = _objects;
            if (!TakeValue(ref reader, batch, member.CellsIn(batch)))
                break;
        }

        // The object will be read again from its beginning; the members' cells are then set again, but not those of members
        // that have not been reached, which are absent as they were.
        batch.Problems.RemoveRange(problems, batch.Problems.Count - problems);
        return false;
    }

    static bool TakeValue(ref Utf8JsonReader reader, ActionBatch batch, CellVector cells)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueIsEscaped:
                var length = Unescape(ref reader, batch.Room(reader.ValueSpan.Length));
                cells.Set(batch.Count, CellToken.Text, batch.Keep(length), length);
                return true;
            case JsonTokenType.String:
                cells.Set(batch.Count, CellToken.Text, batch.Store(reader.ValueSpan), reader.ValueSpan.Length);
                return true;
            case JsonTokenType.Number:
                cells.Set(batch.Count, CellToken.Number, batch.Store(reader.ValueSpan), reader.ValueSpan.Length);
                return true;
            case JsonTokenType.True:
                cells.Set(batch.Count, CellToken.True, 0, 0);
                return true;
            case JsonTokenType.False:
                cells.Set(batch.Count, CellToken.False, 0, 0);
                return true;
            case JsonTokenType.Null:
                cells.Set(batch.Count, CellToken.Null, 0, 0);
                return true;
            default:
                cells.Set(batch.Count, CellToken.Structure, 0, 0);
                return reader.TrySkip();
        }
    }

    static int Unescape(ref Utf8JsonReader reader, Span<byte> into)
    {
        try
        {
            return reader.CopyString(into);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A text has half of a surrogate pair.");
        }
    }

    Member Follow(Member last, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && last.Next is { } guess && reader.ValueSpan.SequenceEqual(guess.Name))
            return guess;
        var member = reader.ValueIsEscaped ? FindEscaped(ref reader) : Find(reader.ValueSpan);
        last.Next = member;
        return member;
    }

    Member FindEscaped(ref Utf8JsonReader reader)
    {
        var name = new byte[reader.ValueSpan.Length];
        return Find(name.AsSpan(0, Unescape(ref reader, name)));
    }

    Member Find(ReadOnlySpan<byte> name)
    {
        if (_byName.TryGetValue(name, out var member))
            return member;
        var key = Encoding.UTF8.GetString(name);
        member = new(key, _definition.IsShownOnly(key) ? Role.Ignored : Role.Unknown, -1);
        if (_unknown++ < MostUnknown)
            _byName.TryAdd(name, member);
        return member;
    }

    enum Role : byte
    {
        Property,
        Action,
        Id,
        SortOrder,
        Ignored,
        Unknown,
    }

    /// <summary>A member's name, what it means, and which member came after it last time.</summary>
    sealed class Member(string key, Role role, int position)
    {
        ActionBatch? _batch;
        CellVector? _cells;

        public string Key => key;
        public byte[] Name { get; } = Encoding.UTF8.GetBytes(key);
        public Role Role => role;
        public Member? Next { get; set; }
        public long SeenIn { get; set; }

        public CellVector CellsIn(ActionBatch batch)
        {
            if (_batch == batch)
                return _cells!;
            _batch = batch;
            return _cells = role switch
            {
                Role.Action => batch.Action,
                Role.Id => batch.OpenId(),
                Role.SortOrder => batch.OpenSortOrder(),
                _ => batch.OpenProperty(position),
            };
        }
    }

    /// <summary>Compares names as UTF-8, without making texts of them.</summary>
    sealed class Utf8Names : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Names Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] name) => GetHashCode(name.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
