using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <summary>
/// Follows an office for ever. Boards are pushed; besides, the display asks for the board every few seconds. That answer proves the whole
/// way to the server, finds a dead link that nobody has closed, heals a push that was lost, and dates what is shown.
/// </summary>
public sealed partial class BoardConnection(IBoardLinks links, TimeProvider time, ILogger<BoardConnection> log)
{
    /// <summary>Time between two questions.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(2);

    /// <summary>A link that does not answer within this time is dead; with <see cref="AskEvery"/> it is noticed within five seconds.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.5);

    /// <summary>A new link must be open by then.</summary>
    public static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(8);

    /// <summary>Every board that arrives, also repeated or older ones.</summary>
    public event Action<Board>? Arrived;

    /// <summary>The server has said how this paired display shows its office.</summary>
    public event Action<DisplaySettings>? Settled;

    /// <summary><see cref="State"/> has changed.</summary>
    public event Action? StateChanged;

    private CancellationTokenSource? _attempt;

    /// <summary>How the display stands with the server.</summary>
    public LinkState State { get; private set; } = LinkState.Connecting;

    /// <summary>Lets go of the link, or of the attempt or pause under way, and opens another at once: after a sleep its own time-outs would tell late that it is dead.</summary>
    public void Renew() => _attempt?.Cancel();

    /// <summary>Runs until cancelled; never gives up.</summary>
    public async Task RunAsync(string office, CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _attempt = attempt;
            try
            {
                await FollowAsync(office, () => failures = 0, attempt.Token);
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
            failures++;
            Change(State is LinkState.Live or LinkState.Lost ? LinkState.Lost : State);
            await Task.Delay(Backoff.Pause(failures, Random.Shared.NextDouble()), time, attempt.Token).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task FollowAsync(string office, Action answered, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(OpenWithin, time);
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var link = await links.OpenAsync(opening.Token);
        link.Shown += Show;
        link.Settled += Settle;
        try
        {
            while (!link.Lost.IsCompleted)
            {
                var board = await link.WatchAsync(office, cancellation).WaitAsync(AnswerWithin, time, cancellation);
                answered();
                if (board is null)
                {
                    // A server that has just started may not have read an office yet that we already know.
                    Change(State is LinkState.Live or LinkState.Lost ? LinkState.Lost : LinkState.UnknownOffice);
                }
                else
                {
                    Show(board);
                    Change(LinkState.Live);
                }
                await Task.WhenAny(link.Lost, Task.Delay(AskEvery, time, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            link.Shown -= Show;
            link.Settled -= Settle;
            _ = DiscardAsync(link);
        }
    }

    private void Show(Board board) => Arrived?.Invoke(board);

    private void Settle(DisplaySettings settings) => Settled?.Invoke(settings);

    private void Change(LinkState state)
    {
        if (State != state)
        {
            State = state;
            StateChanged?.Invoke();
        }
    }

    /// <summary>Not awaited: closing a link whose other end is dead takes as long as the network likes, and the next one must not wait for it.</summary>
    private async Task DiscardAsync(IBoardLink link)
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Link lost: {Reason}")]
    private partial void LogLost(string reason);
}
