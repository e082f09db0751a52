namespace QueueHub.Engines;

/// <summary>An exclusive lock on a file, held by the kernel (flock) for as long as the holder lives: SIGKILL releases it too.</summary>
internal static class FileLock
{
    private const int WouldBlock = 11;

    /// <summary>Takes the lock, or gives null when another process holds it. Dispose to release.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException error) when (error.HResult == WouldBlock)
        {
            return null;
        }
    }

    /// <summary>Whether somebody holds it now.</summary>
    public static bool IsHeld(string path)
    {
        using var taken = TryTake(path);
        return taken is null;
    }
}
