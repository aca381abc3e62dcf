namespace Espalier.Server;

/// <summary>The table of contents.</summary>
public static class Program
{
    public static int Main(string[] args) => 0;
}
