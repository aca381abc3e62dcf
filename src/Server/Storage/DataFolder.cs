using System.Security.Cryptography;

namespace Espalier.Server.Storage;

/// <summary>
/// Everything the server keeps, in one folder that only its own account can read. Commands work in it beside a
/// running server; only servers exclude each other.
/// </summary>
public sealed class DataFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    DataFolder(string root) => Root = root;

    public string Root { get; }

    public string Database => Path.Combine(Root, "espalier.db");

    /// <summary>Encrypted temporary files.</summary>
    public string Files => Path.Combine(Root, "files");

    string Keys => Path.Combine(Root, "keys");

    /// <summary>Opens the folder and makes what is missing.</summary>
    /// <exception cref="CannotStart">The folder cannot be made or written.</exception>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(Path.GetFullPath(path));
        try
        {
            foreach (var name in new[] { folder.Root, folder.Files, folder.Keys })
                MakeFolder(name);
            MakeFile(folder.Database);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"the data folder {folder.Root} cannot be used: {e.Message}");
        }
        return folder;
    }

    /// <summary>A secret of the installation, made at first use and then always the same.</summary>
    public byte[] Key(string name, int bytes)
    {
        var path = Path.Combine(Keys, name + ".key");
        if (!File.Exists(path))
            MakeKey(path, bytes);

        var key = File.ReadAllBytes(path);
        return key.Length == bytes
            ? key
            : throw new CannotStart($"the key file {path} must hold {bytes} bytes, but holds {key.Length}");
    }

    /// <summary>Keeps other servers off this folder until disposed, also when the process is killed.</summary>
    /// <exception cref="CannotStart">Another server has the folder.</exception>
    public IDisposable LockForServer()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "server.lock"), NewFile(FileMode.OpenOrCreate));
        }
        catch (IOException)
        {
            throw new CannotStart($"another server is running on the data folder {Root}");
        }
    }

    static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    static void MakeFile(string path)
    {
        if (!File.Exists(path))
            new FileStream(path, NewFile(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
    }

    /// <summary>Two processes may try at once: the file appears whole, and the first one stays.</summary>
    static void MakeKey(string path, int bytes)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, NewFile(FileMode.CreateNew)))
        {
            file.Write(RandomNumberGenerator.GetBytes(bytes));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    static FileStreamOptions NewFile(FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
