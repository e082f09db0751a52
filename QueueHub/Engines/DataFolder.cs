using System.Security.Cryptography;
using System.Text;
using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>The folder of one hub, locked for the hub's life, so that no two hubs ever write the same data.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersPass = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, string sockets, FileStream held)
    {
        Path = path;
        Sockets = sockets;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>
    /// Where the engines' sockets are: the path of a Unix socket may have no more than 107 bytes, and a data folder's may be longer.
    /// The name follows from the data folder, so that the next hub finds the engines of one that was killed.
    /// </summary>
    public string Sockets { get; }

    /// <summary>What an engine prints.</summary>
    public string Log(string engine) => System.IO.Path.Combine(Path, "logs", engine + ".log");

    /// <summary>Opens the folder, makes what is missing, and takes its lock.</summary>
    /// <exception cref="StartException">Another hub holds it, or it cannot be made.</exception>
    public static DataFolder Open(string path) => TryOpen(path)
        ?? throw new StartException($"Another QueueHub is using the data in {path}: stop it, or give this one its own folder with --data.");

    /// <summary>The same; null when another hub holds it.</summary>
    /// <exception cref="StartException">It cannot be made.</exception>
    public static DataFolder? TryOpen(string path)
    {
        path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        try
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                File.SetUnixFileMode(path, Environment.IsPrivilegedProcess ? OthersPass : OwnerOnly);
            }

            Directory.CreateDirectory(System.IO.Path.Combine(path, "logs"), OwnerOnly);
            return FileLock.TryTake(System.IO.Path.Combine(path, "hub.lock")) is { } held ? new DataFolder(path, SocketFolder(path), held) : null;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new StartException($"The data folder {path} cannot be used: {error.Message}", error);
        }
    }

    /// <summary>Leaves nothing outside the data folder; only when no engine runs any more.</summary>
    public void RemoveSockets() => Directory.Delete(Sockets, recursive: true);

    public void Dispose() => _lock.Dispose();

    /// <summary>Where the sockets of the hub on a data folder are, whoever holds it.</summary>
    public static string SocketsOf(string path) => SocketFolder(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    private static string SocketFolder(string dataFolder)
    {
        var root = Environment.IsPrivilegedProcess;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserName}:{dataFolder}")))[..12];
        var folder = $"{(root ? "/run" : "/tmp")}/queuehub-{hash}";
        Directory.CreateDirectory(folder, OwnerOnly);

        // Everybody may write to /tmp: a folder that somebody else has put there refuses the change of mode, or is a link.
        File.SetUnixFileMode(folder, root ? OthersPass : OwnerOnly);
        return new DirectoryInfo(folder).LinkTarget is null
            ? folder
            : throw new StartException($"{folder} is a link that QueueHub did not make: remove it.");
    }
}
