using DisplayClient.Announcing;
using DisplayClient.Boards;
using DisplayClient.Live;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;

namespace DisplayClient;

/// <summary>All that one lobby display knows and shows: joins connection, board, announcements and pages. One office, one thread.</summary>
public sealed class Lobby
{
    /// <summary>Time that a page of calls or services stays.</summary>
    public static readonly TimeSpan PageTime = TimeSpan.FromSeconds(8);

    /// <summary>Calls that fit on the screen with figures that are read from ten metres.</summary>
    public const int CallsPerPage = 4;

    /// <summary>Services that fit, each with a name of four lines.</summary>
    public const int ServicesPerPage = 4;

    /// <summary>A second that took longer on the wall's clock than this was a sleep.</summary>
    public static readonly TimeSpan Slept = TimeSpan.FromSeconds(4);

    private readonly BoardConnection _connection;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;
    private readonly NewCalls _newCalls = new();
    private readonly ServerClock _clock;
    private BoardModel _model = BoardModel.Empty;
    private long _callsTurned;
    private long _servicesTurned;

    /// <summary>Joins the parts; nothing runs yet.</summary>
    public Lobby(BoardConnection connection, Announcer announcer, TimeProvider time)
    {
        (_connection, _announcer, _time) = (connection, announcer, time);
        _clock = new ServerClock(time);
        _callsTurned = _servicesTurned = time.GetTimestamp();
        connection.Arrived += Take;
        connection.StateChanged += () => Changed?.Invoke();
        announcer.Changed += Reveal;
        announcer.Worth = IsWorthHearing;
    }

    /// <summary>Something that is shown has changed; also once a second, for the clock.</summary>
    public event Action? Changed;

    /// <summary>How the display stands with the server.</summary>
    public LinkState Link => _connection.State;

    /// <summary>The newest board; null before the first.</summary>
    public Board? Board => _model.Board;

    /// <summary>The office's wall time; null before the first board.</summary>
    public DateTimeOffset? OfficeTime => _clock.Now?.ToOffset(TimeSpan.FromMinutes(Board?.UtcOffsetMinutes ?? 0));

    /// <summary>No numbers are given: the day is closed, or it is outside opening hours.</summary>
    public bool Closed => Board is { } board && !(board.Office.DayOpen && board.Office.Opening.IsOpen(_clock.Now ?? board.At));

    /// <summary>When the office opens again, or that it is about to close; null when there is nothing to say or nobody knows.</summary>
    public LocalText? Hours => (Board?.Office.Opening, _clock.Now) is ({ } opening, { } now) ? opening.Opens(now) ?? opening.Closes(now) : null;

    /// <summary>The server's time, as far as it is known.</summary>
    public DateTimeOffset Now => _clock.Now ?? Board?.At ?? default;

    /// <summary>What the office has to say besides; null when nothing, or no longer.</summary>
    public LocalText? Notice => Board?.Notice is { } notice && notice.IsShown(Now) ? notice.Text : null;

    /// <summary>Nobody is called, waits or is being served.</summary>
    public bool Quiet => Standing.Count == 0 && Board is { } board
        && board.Services.All(service => service.Waiting == 0) && board.Counters.All(counter => counter.Number is null);

    /// <summary>How old the state shown is; null when unknown.</summary>
    public TimeSpan? Age => _clock.Now - _model.FreshAt;

    /// <summary>The call that is being announced; null in between.</summary>
    public BoardCall? Announced => Standing.FirstOrDefault(IsAnnounced);

    /// <summary>The calls to show, newest first: those that stand, and the one being announced even if it has just ceased to.</summary>
    public IReadOnlyList<BoardCall> Standing
    {
        get
        {
            var calls = Board?.Calls ?? [];
            return _announcer.Current is { } current && !calls.Any(IsAnnounced) ? [current, .. calls] : calls;
        }
    }

    /// <summary>The page of <see cref="Standing"/>.</summary>
    public Pager CallPages { get; private set; } = new(CallsPerPage);

    /// <summary>The page of services.</summary>
    public Pager ServicePages { get; private set; } = new(ServicesPerPage);

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(string office, CancellationToken cancellation) =>
        Task.WhenAll(_connection.RunAsync(office, cancellation), _announcer.RunAsync(cancellation), TickAsync(cancellation));

    private async Task TickAsync(CancellationToken cancellation)
    {
        using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        for (var ticked = _time.GetUtcNow(); await seconds.WaitForNextTickAsync(cancellation); ticked = _time.GetUtcNow())
        {
            // Timers and time-outs stand still in a sleep, the clock on the wall does not: whether the link is still there is only found out anew.
            if ((_time.GetUtcNow() - ticked).Duration() > Slept)
            {
                _connection.Renew();
            }
            TurnPages();
            Changed?.Invoke();
        }
    }

    private void TurnPages()
    {
        // The call that is being announced stays in sight until it has been heard.
        if (Announced is null && _time.GetElapsedTime(_callsTurned) >= PageTime)
        {
            CallPages = CallPages.Turn(Standing.Count);
            _callsTurned = _time.GetTimestamp();
        }
        if (_time.GetElapsedTime(_servicesTurned) >= PageTime)
        {
            ServicePages = ServicePages.Turn(Board?.Services.Count ?? 0);
            _servicesTurned = _time.GetTimestamp();
        }
    }

    private void Take(Board board)
    {
        var after = _model.With(board);
        if (ReferenceEquals(after, _model))
        {
            return;
        }
        _model = after;
        _clock.Learn(board.At);
        foreach (var call in _newCalls.In(board))
        {
            _announcer.Add(call);
        }
        Reveal();
    }

    private void Reveal()
    {
        var standing = Standing;
        for (var i = 0; i < standing.Count; i++)
        {
            if (IsAnnounced(standing[i]))
            {
                CallPages = CallPages.Reveal(i, standing.Count);
                _callsTurned = _time.GetTimestamp();
            }
        }
        Changed?.Invoke();
    }

    // Who is called still stands on the board, and is told however late; a number that nobody waits for any more must not keep those behind it waiting.
    private bool IsWorthHearing(BoardCall call) =>
        _model.Board is not { } board || board.Calls.Any(standing => standing.Id == call.Id) || _clock.Now - call.At <= NewCalls.Window;

    private bool IsAnnounced(BoardCall call) => _announcer.Current is { } current && (call.Number, call.Counter) == (current.Number, current.Counter);
}
