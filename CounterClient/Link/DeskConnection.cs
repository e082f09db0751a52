using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>Where a console stands: an office's counter, and the language of its sentences. Without a counter it only follows the office.</summary>
public sealed record Station(string Office, string? Counter, string Language)
{
    /// <summary>The first board; null when the office or the counter is unknown or not for this person.</summary>
    public Task<DeskBoard?> AttachAsync(ICounterHub hub) => Counter is null ? hub.Watch(Office) : hub.Attach(Office, Counter, Language);
}

/// <summary>
/// The connection to the counter hub. Each life of it is a new <see cref="HubConnection"/> that attaches and then listens; when it ends,
/// another begins after a pause with jitter, for ever, until the server says that nobody is signed in.
/// </summary>
/// <param name="isSignedIn">Asks over HTTP; a browser does not tell why a WebSocket was refused.</param>
public sealed class DeskConnection(Uri server, Station station, Func<CancellationToken, Task<bool>> isSignedIn, TimeProvider time)
    : IDeskLink, IAsyncDisposable
{
    // The server pings every two seconds; its patience with a silent console is longer than this.
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AttachTimeout = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource<ICounterHub> _attached = New<ICounterHub>();
    private TaskCompletionSource _wake = New();
    private TaskCompletionSource? _dropped;
    private CancellationTokenSource? _attempt;
    private Task _life = Task.CompletedTask;

    public LinkState State { get; private set; } = new(LinkPhase.Connecting);

    public event Action<DeskBoard, bool>? Shown;
    public event Action<long>? FormChanged;
    public event Action<long, string?>? OtherMoved;
    public event Action<AlarmBoard>? AlarmsShown;
    public event Action? Changed;

    /// <summary>Begins; call once.</summary>
    public void Start() => _life = LiveAsync(_stop.Token);

    public Task<ICounterHub> HubAsync(CancellationToken stop) =>
        State.Ended ? Task.FromCanceled<ICounterHub>(new CancellationToken(canceled: true)) : _attached.Task.WaitAsync(stop);

    public void Suspect(ICounterHub hub)
    {
        if (_attached.Task is { IsCompletedSuccessfully: true } attached && ReferenceEquals(attached.Result, hub))
        {
            _dropped?.TrySetResult();
        }
    }

    /// <summary>Sentences are wanted in another language from now on.</summary>
    public async Task SpeakAsync(string language)
    {
        station = station with { Language = language };
        if (_attached.Task is not { IsCompletedSuccessfully: true } attached)
        {
            return;
        }

        try
        {
            await station.AttachAsync(attached.Result);
        }
        catch (Exception error) when (IsLinkFailure(error, _stop.Token))
        {
            // The next life of the connection attaches with the new language anyway.
        }
    }

    public void TryNow() => _wake.TrySetResult();

    /// <summary>Lets go of the connection, or of the attempt under way, and begins anew at once: after a sleep both may be dead, and time-outs would tell it late.</summary>
    public void Renew()
    {
        TryNow();
        _attempt?.Cancel();
    }

    /// <summary>Pause before attempt n + 1: doubling to 8 s, each between half and the whole, so that a hundred consoles do not come back at once.</summary>
    public static TimeSpan Backoff(int failures, double random) =>
        TimeSpan.FromSeconds(Math.Min(8, 0.5 * Math.Pow(2, Math.Min(failures, 10))) * (0.5 + random / 2));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _life;
        _stop.Dispose();
    }

    private async Task LiveAsync(CancellationToken stop)
    {
        try
        {
            for (var failures = 0; !State.Ended; failures++)
            {
                if (await LiveOnceAsync(stop))
                {
                    failures = 0;
                }
                else if (!State.Ended && !await isSignedIn(stop))
                {
                    Become(new(LinkPhase.SignedOut));
                }

                if (!State.Ended)
                {
                    await PauseAsync(Backoff(failures, Random.Shared.NextDouble()), stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed: the page has left the counter.
        }

        _attached.TrySetCanceled(CancellationToken.None);
    }

    /// <summary>One connection from its start to its end; true when it was attached in between.</summary>
    private async Task<bool> LiveOnceAsync(CancellationToken stop)
    {
        var (ended, attached) = (New(), false);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hub = Build();
        hub.Closed += error =>
        {
            // A line that was let go may close long after another stands: that one is not lost.
            if (_dropped == ended)
            {
                // A silent line is noticed late: nothing has been heard for that long.
                Lost(error is TimeoutException ? ServerTimeout : TimeSpan.Zero);
            }

            ended.TrySetResult();
            return Task.CompletedTask;
        };
        hub.On<DeskBoard>(nameof(ICounterClient.ShowDesk), board => Shown?.Invoke(board, false));
        hub.On<long, IReadOnlyDictionary<string, int>>(nameof(ICounterClient.FormChanged), (ticket, _) => FormChanged?.Invoke(ticket));
        hub.On<long, string?>(nameof(ICounterClient.OtherAt), (ticket, field) => OtherMoved?.Invoke(ticket, field));
        hub.On<AlarmBoard>(nameof(ICounterClient.ShowAlarms), alarms => AlarmsShown?.Invoke(alarms));
        hub.On(nameof(ICounterClient.SignedOut), () =>
        {
            Become(new(LinkPhase.SignedOut));
            ended.TrySetResult();
        });
        (_dropped, _attempt) = (ended, attempt);
        try
        {
            attached = await AttachAsync(hub, attempt.Token);
            if (attached)
            {
                await ended.Task.WaitAsync(attempt.Token);
            }
        }
        catch (Exception error) when (IsLinkFailure(error, stop))
        {
            // Whether it had been attached is all that matters.
        }
        finally
        {
            _attempt = null;
            if (_attached.Task.IsCompleted)
            {
                _attached = New<ICounterHub>();
            }

            Lost(TimeSpan.Zero);

            // Not awaited: saying goodbye over a dead line can take as long as the line's own time-outs.
            _ = hub.DisposeAsync().AsTask();
        }

        return attached;
    }

    private async Task<bool> AttachAsync(HubConnection hub, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(AttachTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        await hub.StartAsync(either.Token);
        var proxy = new CounterHubProxy(hub);
        var board = await station.AttachAsync(proxy).WaitAsync(either.Token);
        if (board is null)
        {
            Become(new(LinkPhase.Refused));
            return false;
        }

        Shown?.Invoke(board, true);
        Become(new(LinkPhase.Up));
        _attached.TrySetResult(proxy);
        return true;
    }

    private HubConnection Build()
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(server, Routes.CounterHub), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        });
        builder.AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, CounterJson.Default));
        var hub = builder.Build();
        hub.ServerTimeout = ServerTimeout;
        hub.KeepAliveInterval = Ping;
        return hub;
    }

    private void Lost(TimeSpan unheard)
    {
        if (State.Phase is LinkPhase.Connecting or LinkPhase.Up)
        {
            Become(new(LinkPhase.Lost, time.GetTimestamp() - (long)(unheard.TotalSeconds * time.TimestampFrequency)));
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(_wake.Task, Task.Delay(pause, time, over.Token));
        await over.CancelAsync();
        stop.ThrowIfCancellationRequested();
        _wake = New();
    }

    private void Become(LinkState state)
    {
        State = state;
        Changed?.Invoke();
    }

    private static bool IsLinkFailure(Exception error, CancellationToken stop) => error switch
    {
        OperationCanceledException => !stop.IsCancellationRequested,
        HubException or TimeoutException or IOException or WebSocketException or HttpRequestException or InvalidOperationException
            or JsonException => true,
        _ => false,
    };

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
