namespace Espalier.Engine.Columns;

/// <summary>The four kinds of values that a property can hold.</summary>
public enum PropertyType : byte
{
    Text,
    Number,
    Date,
    Boolean,
}
