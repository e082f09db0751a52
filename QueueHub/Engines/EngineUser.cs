using QueueHub.Platform;

namespace QueueHub.Engines;

/// <summary>The account an engine runs as: a root hub hands it to an unprivileged one, any other hub runs it as itself.</summary>
/// <param name="Name">Null when the engine runs as the hub's own user.</param>
internal sealed record EngineUser(string? Name)
{
    /// <summary>The account for an engine whose Debian package brings <paramref name="account"/>.</summary>
    public static EngineUser For(string account)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new EngineUser((string?)null);
        }

        return File.ReadLines("/etc/passwd").Any(line => line.StartsWith(account + ":", StringComparison.Ordinal))
            ? new EngineUser(account)
            : throw new StartException($"As root the engines run as unprivileged users, but there is no user '{account}': create it (useradd --system {account}), or start QueueHub as another user than root.");
    }

    /// <summary>The command as this user.</summary>
    /// <param name="dieWithHub">The kernel kills the program when the thread that started it ends.</param>
    public IEnumerable<string> Run(IEnumerable<string> command, bool dieWithHub = false)
    {
        IEnumerable<string> identity = Name is null ? [] : [$"--reuid={Name}", $"--regid={Name}", "--clear-groups"];
        IEnumerable<string> tie = dieWithHub ? ["--pdeathsig=KILL"] : [];
        return Name is null && !dieWithHub ? command : ["setpriv", .. identity, .. tie, "--", .. command];
    }

    /// <summary>Makes a folder that only this user (and root) can enter; an error when a folder above it shuts the user out.</summary>
    public async Task OwnFolderAsync(string folder, CancellationToken cancellation)
    {
        IEnumerable<string> owner = Name is null ? [] : ["-o", Name, "-g", Name];
        var (code, output) = await Programs.RunAsync(["install", "-d", "-m", "0700", .. owner, "--", folder], cancellation);
        if (code != 0)
        {
            throw new StartException($"The folder {folder} cannot be made: {output.Trim()}");
        }

        (code, _) = await Programs.RunAsync(Run(["test", "-w", folder]), cancellation);
        if (code != 0)
        {
            throw new StartException($"The user '{Name ?? Environment.UserName}', who runs the engine, cannot reach {folder}: choose a folder with --data that every user may pass through, such as /var/lib/queuehub.");
        }
    }
}
