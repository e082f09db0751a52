using DisplayClient.Live;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Panels;

/// <summary>How a panel stands with the server.</summary>
public enum PanelLinkState
{
    /// <summary>Not yet connected since it was switched on.</summary>
    Connecting,
    /// <summary>This device is nobody's panel: it has to be paired.</summary>
    Unpaired,
    /// <summary>What is shown is true now.</summary>
    Live,
    /// <summary>What is shown was true some time ago; reconnecting.</summary>
    Lost,
}

/// <summary>
/// Follows the panel's counter for ever, as <see cref="BoardConnection"/> follows an office: boards are pushed, and asked for every few seconds. Before each
/// attempt it asks whether the device is paired at all, which a refused socket would not tell.
/// </summary>
public sealed partial class PanelConnection(IPanelLinks links, TimeProvider time, ILogger<PanelConnection> log)
{
    /// <summary>Time between two questions whether it has been paired meanwhile; the pairing itself asks at once.</summary>
    public static readonly TimeSpan AskPairedEvery = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? _attempt;

    /// <summary>A board has arrived, also a repeated or older one.</summary>
    public event Action<PanelBoard>? Arrived;

    /// <summary>Something was written on the form of a ticket.</summary>
    public event Action<long>? FormChanged;

    /// <summary>Where the clerk is on the form of a ticket.</summary>
    public event Action<long, string?>? OtherAt;

    /// <summary><see cref="State"/> has changed.</summary>
    public event Action? StateChanged;

    public PanelLinkState State { get; private set; } = PanelLinkState.Connecting;

    /// <summary>The link, while there is one.</summary>
    public IPanelLink? Link { get; private set; }

    /// <summary>Lets go of the link, or of the pause under way, and begins anew at once: the device was paired, or has slept.</summary>
    public void Renew() => _attempt?.Cancel();

    /// <summary>Runs until cancelled; never gives up.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _attempt = attempt;
            var pause = TimeSpan.Zero;
            try
            {
                if (await IsPairedAsync(attempt.Token))
                {
                    await FollowAsync(() => failures = 0, attempt.Token);
                }
                else
                {
                    pause = AskPairedEvery;
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Whatever went wrong, there is nobody here to ask: say so and try again.
                LogLost(failure.Message);
            }
            if (attempt.IsCancellationRequested)
            {
                continue;
            }
            failures = pause == TimeSpan.Zero ? failures + 1 : 0;
            Change(State == PanelLinkState.Live ? PanelLinkState.Lost : State);
            await Task.Delay(pause == TimeSpan.Zero ? Backoff.Pause(failures, Random.Shared.NextDouble()) : pause, time, attempt.Token).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<bool> IsPairedAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(BoardConnection.OpenWithin, time);
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);

        // While nobody can tell, a panel that was paired is not sent back to its code.
        var paired = await links.IsPairedAsync(asking.Token) ?? State is not PanelLinkState.Unpaired;
        if (!paired)
        {
            Change(PanelLinkState.Unpaired);
        }
        else if (State == PanelLinkState.Unpaired)
        {
            Change(PanelLinkState.Connecting);
        }
        return paired;
    }

    private async Task FollowAsync(Action answered, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(BoardConnection.OpenWithin, time);
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var link = await links.OpenAsync(opening.Token);
        link.Shown += Show;
        link.FormChanged += Ring;
        link.OtherAt += Tell;
        link.Unpaired += Unpair;
        try
        {
            while (!link.Lost.IsCompleted)
            {
                var board = await link.WatchAsync(cancellation).WaitAsync(BoardConnection.AnswerWithin, time, cancellation);
                answered();
                if (board is null)
                {
                    return;
                }
                Link = link;
                Show(board);
                Change(PanelLinkState.Live);
                await Task.WhenAny(link.Lost, Task.Delay(BoardConnection.AskEvery, time, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Link = null;
            link.Shown -= Show;
            link.FormChanged -= Ring;
            link.OtherAt -= Tell;
            link.Unpaired -= Unpair;
            _ = DiscardAsync(link);
        }
    }

    private void Show(PanelBoard board) => Arrived?.Invoke(board);

    private void Ring(long ticket, IReadOnlyDictionary<string, int> fields) => FormChanged?.Invoke(ticket);

    private void Tell(long ticket, string? field) => OtherAt?.Invoke(ticket, field);

    private void Unpair()
    {
        Change(PanelLinkState.Unpaired);
        Renew();
    }

    private void Change(PanelLinkState state)
    {
        if (State != state)
        {
            State = state;
            StateChanged?.Invoke();
        }
    }

    // Not awaited: closing a link whose other end is dead takes as long as the network likes.
    private async Task DiscardAsync(IPanelLink link)
    {
        try
        {
            await link.DisposeAsync();
        }
        catch (Exception failure)
        {
            LogLost(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Panel link lost: {Reason}")]
    private partial void LogLost(string reason);
}
