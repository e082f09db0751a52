using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <summary>What a screen asks of the server while it is paired; never throws for what a network can cause.</summary>
public interface IPairingApi
{
    /// <summary>What this screen is.</summary>
    Task<Standing> StandingAsync(ScreenKind kind, CancellationToken stop);

    /// <summary>A code to show; null when there is none to be had now.</summary>
    Task<PairingCode?> StartAsync(ScreenKind kind, CancellationToken stop);

    /// <summary>Whether somebody has confirmed it; null when nobody answers now.</summary>
    Task<PairingAnswer?> PollAsync(string deviceCode, CancellationToken stop);
}

/// <summary>What a screen is to the server.</summary>
/// <param name="Place">Where it stands; null: it is not paired, or nobody knows now.</param>
/// <param name="Known">The server has answered.</param>
/// <param name="Unpaired">It was paired once, and is no longer.</param>
public sealed record Standing(ScreenPlace? Place, bool Known, bool Unpaired = false)
{
    /// <summary>No answer was had.</summary>
    public static readonly Standing Unknown = new(null, false);
}
