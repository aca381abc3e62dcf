using System.Security.Cryptography;

namespace Espalier.Server.Files;

/// <summary>A secret of this installation: 32 random bytes in the data folder that only the server's user may read.</summary>
static class KeyFile
{
    const int Size = 32;

    /// <summary>The key, made on first use. Two processes that start at once end with the same one.</summary>
    public static byte[] ReadOrCreate(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        CreateFolder(folder);
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        return key.Length == Size
            ? key
            : throw new InvalidDataException($"The key file {path} must hold {Size} bytes, but holds {key.Length}.");
    }

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    static void Create(string path)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        using (var file = new FileStream(part, Private(FileMode.CreateNew)))
        {
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);      // another process was first: its key counts
        }
        Disk.FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>How a file is made that only the server's user may read.</summary>
    public static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
