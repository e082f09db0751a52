using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>The way to the server, attached to one counter; it mends itself for ever.</summary>
public interface IDeskLink
{
    /// <summary>How the connection stands.</summary>
    LinkState State { get; }

    /// <summary>A board, in the order the server sent them over one connection; the first after each attachment is marked.</summary>
    event Action<DeskBoard, bool>? Shown;

    /// <summary>Something was written on the form of this ticket.</summary>
    event Action<long>? FormChanged;

    /// <summary>Where the citizen at the panel is on the form of this ticket; null: at none of its fields.</summary>
    event Action<long, string?>? OtherMoved;

    /// <summary>The silent alarms as they stand now.</summary>
    event Action<AlarmBoard>? AlarmsShown;

    /// <summary><see cref="State"/> is another one.</summary>
    event Action? Changed;

    /// <summary>The attached hub, as soon as there is one.</summary>
    Task<ICounterHub> HubAsync(CancellationToken stop);

    /// <summary>Something was not answered over this hub: if it is still in use, the connection is made anew.</summary>
    void Suspect(ICounterHub hub);

    /// <summary>Tries at once instead of after the present pause.</summary>
    void TryNow();
}

/// <summary>The phase of a link.</summary>
public enum LinkPhase
{
    /// <summary>The first attempt is under way.</summary>
    Connecting,
    Up,
    /// <summary>Is being made anew.</summary>
    Lost,
    /// <summary>Nobody is signed in any more; the link has ended.</summary>
    SignedOut,
    /// <summary>The office or the counter is unknown or not for this person; the link has ended.</summary>
    Refused,
}

/// <summary>How a link stands.</summary>
/// <param name="LostAt">Timestamp of <see cref="TimeProvider"/> since when nothing can have arrived; set while lost.</param>
public sealed record LinkState(LinkPhase Phase, long LostAt = 0)
{
    /// <summary>True when no further attempt is made.</summary>
    public bool Ended => Phase is LinkPhase.SignedOut or LinkPhase.Refused;
}
