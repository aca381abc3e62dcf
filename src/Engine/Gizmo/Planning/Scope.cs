using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>Variables of a function or block, and those around it.</summary>
sealed class Scope(Scope? parent, bool isFunction)
{
    readonly List<Slot> _slots = [];

    sealed class Slot(string name, Value value, bool isConstant)
    {
        public string Name => name;

        public Value Value { get; set; } = value;

        public bool IsConstant => isConstant;
    }

    public bool TryGet(string name, out Value value)
    {
        if (Find(name) is { } slot)
        {
            value = slot.Value;
            return true;
        }
        value = Value.Blank;
        return false;
    }

    public void Declare(string name, Value value, string keyword = "let")
    {
        var scope = this;
        while (keyword == "var" && !scope.IsFunction && scope.Parent is { } outer)
            scope = outer;
        if (scope._slots.Find(s => s.Name == name) is { IsConstant: false } slot)
            slot.Value = value;
        else
            scope._slots.Insert(0, new(name, value, keyword == "const"));
    }

    /// <summary>Gives a variable a value; an unknown one begins in the current function.</summary>
    public void Assign(string name, Value value)
    {
        if (Find(name) is not { } slot)
            Declare(name, value, "var");
        else if (slot.IsConstant)
            throw new CellTrouble($"`{name}` is constant");
        else
            slot.Value = value;
    }

    Scope? Parent => parent;

    bool IsFunction => isFunction;

    Slot? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
            foreach (var slot in scope._slots)
                if (slot.Name == name)
                    return slot;
        return null;
    }
}
