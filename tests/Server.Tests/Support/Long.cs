using System.Globalization;

namespace Espalier.Server.Tests.Support;

/// <summary>How long the tests run that can run as long as one likes: short in the suite, longer by an environment variable.</summary>
static class Long
{
    public static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
