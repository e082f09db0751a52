using DisplayClient.Announcing;
using DisplayClient.Boards;
using DisplayClient.Live;
using DisplayClient.Memory;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace DisplayClient;

/// <summary>All that one lobby display knows and shows: joins connection, board, announcements and pages. One office, one thread.</summary>
public sealed class Lobby
{
    /// <summary>Time that a page of calls or services stays.</summary>
    public static readonly TimeSpan PageTime = TimeSpan.FromSeconds(8);

    /// <summary>When nobody has been called for so long, the notices have the screen for themselves.</summary>
    public static readonly TimeSpan CalmAfter = TimeSpan.FromMinutes(1);

    /// <summary>A video stays silent so long after a call: the next one may follow at once.</summary>
    public static readonly TimeSpan Hush = TimeSpan.FromSeconds(1.5);

    /// <summary>A second that took longer on the wall's clock than this was a sleep.</summary>
    public static readonly TimeSpan Slept = TimeSpan.FromSeconds(4);

    private readonly BoardConnection _connection;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;
    private readonly NewCalls _newCalls = new();
    private readonly ServerClock _clock;
    private readonly IScreenMemory? _screen;
    private readonly NightlyReload _reload;
    private LobbyMemory? _memory;
    private readonly SlideShow _slides;
    private BoardModel _model = BoardModel.Empty;
    private Pager _callPages = new(1);
    private Pager _servicePages = new(1);
    private bool _tall;
    private long _callsTurned;
    private long _servicesTurned;
    private long _called;
    private long? _announced;

    /// <summary>Joins the parts; nothing runs yet.</summary>
    /// <param name="memory">Null: a display that forgets.</param>
    public Lobby(BoardConnection connection, Announcer announcer, TimeProvider time, IScreenMemory? memory = null)
    {
        (_connection, _announcer, _time, _screen) = (connection, announcer, time, memory);
        _clock = new ServerClock(time);
        _reload = new NightlyReload(time, Random.Shared.NextDouble());
        _slides = new SlideShow(time);
        _callsTurned = _servicesTurned = _called = time.GetTimestamp();
        connection.Arrived += Take;
        connection.StateChanged += () => Changed?.Invoke();
        announcer.Changed += Reveal;
        announcer.Made += call => _memory?.Keep(call);
        announcer.Worth = IsWorthHearing;
        announcer.Sound = () => Board?.Office.Sound ?? BoardSound.Usual;
    }

    /// <summary>Something that is shown has changed; also once a second, for the clock.</summary>
    public event Action? Changed;

    /// <summary>It is night and nobody looks: the page is to be loaded anew.</summary>
    public event Action? ReloadDue;

    /// <summary>How the display stands with the server.</summary>
    public LinkState Link => _connection.State;

    /// <summary>How this display shows its office.</summary>
    public DisplaySettings Settings { get; private set; } = DisplaySettings.Usual;

    /// <summary>The newest board, as far as it is shown here; null before the first.</summary>
    public Board? Board { get; private set; }

    /// <summary>The part of the office that is shown; null when it is all of it.</summary>
    public BoardZone? Zone => Board is { } board ? BoardView.Zone(board, Settings.Zone) : null;

    /// <summary>How the board stands on this screen.</summary>
    public BoardLayout Layout => new(
        BoardLayout.ShapeOf(Settings.Layout, _tall), Slide is not null, IsCalm && Slide is not null, Notice is not null || Board?.Onward.Count > 0);

    /// <summary>The office's notice that has its turn beside the calls; null when there is none, or none is wanted.</summary>
    public BoardSlide? Slide => Night ? null : _slides.Current;

    /// <summary>Grows whenever <see cref="Slide"/> is to be begun.</summary>
    public int SlideTurn => _slides.Turn;

    /// <summary>Closed and nobody left: lines and counters have nothing to say until the morning.</summary>
    public bool Night => Closed && Quiet;

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

    /// <summary>Nothing else is to be heard now.</summary>
    public bool Hushed => Announced is not null || (_announced is { } at && _time.GetElapsedTime(at) < Hush);

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
    public Pager CallPages => _callPages with { Capacity = Layout.CallsPerPage };

    /// <summary>The page of services.</summary>
    public Pager ServicePages => _servicePages with { Capacity = Layout.ServicesPerPage };

    // What is old must be said where the calls are; and nobody reads a poster while numbers are called.
    private bool IsCalm => Link == LinkState.Live && Board is { Stale: false } && Standing.Count == 0 && _time.GetElapsedTime(_called) >= CalmAfter;

    /// <summary>The board is from before this program began: the server has not answered since.</summary>
    public bool Restored { get; private set; }

    /// <summary>What is shown is not of now: since when.</summary>
    public LocalText Lost => Restored && Board is { } board ? Texts.LostAt(board.At.ToOffset(TimeSpan.FromMinutes(board.UtcOffsetMinutes))) : Texts.Lost(Age);

    /// <summary>A call is being announced: whatever else makes a sound is silent meanwhile.</summary>
    public bool IsSpeaking => _announcer.IsSpeaking;

    /// <summary>Percent; null: as loud as the office wants it at this hour.</summary>
    public int? VolumeWanted { get; set; }

    /// <summary>How loud it is now, 0 to 1.</summary>
    public double Volume => Math.Clamp(
        VolumeWanted ?? (Board?.Office.Sound ?? BoardSound.Usual).VolumeAt(TimeOnly.FromTimeSpan((OfficeTime ?? default).TimeOfDay)), 0, 100) / 100.0;

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(string office, CancellationToken cancellation)
    {
        Recall(office);
        return Task.WhenAll(_connection.RunAsync(office, cancellation), _announcer.RunAsync(cancellation), TickAsync(cancellation));
    }

    // Before the first board. Of an old one nothing is announced, and no clock is set by it.
    private void Recall(string office)
    {
        _memory = _screen is null ? null : new LobbyMemory(_screen, _time, office);
        if (_memory?.Heard() is { } heard)
        {
            _newCalls.Remember(heard);
        }
        if (_memory?.Board() is { } board && board.Office.Slug == office)
        {
            (_model, Restored) = (new BoardModel(board, null), true);
            Show();
        }
    }

    /// <summary>Shows the office in another way from now on.</summary>
    public void Settle(DisplaySettings settings)
    {
        if (Settings != settings)
        {
            Settings = settings;
            Show();
            Reveal();
        }
    }

    /// <summary>The screen stands upright, or lies.</summary>
    public void Turn(bool tall)
    {
        _tall = tall;
        Reveal();
    }

    /// <summary>The video of a turn is at its end.</summary>
    public void EndSlide(int turn)
    {
        _slides.End(turn);
        FollowSlides();
        Changed?.Invoke();
    }

    /// <summary>The file of a turn cannot be shown.</summary>
    public void FailSlide(int turn)
    {
        _slides.Fail(turn);
        FollowSlides();
        Changed?.Invoke();
    }

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
            FollowSlides();
            if (Link == LinkState.Live && _reload.IsDue(OfficeTime, Quiet))
            {
                ReloadDue?.Invoke();
            }
            Changed?.Invoke();
        }
    }

    private void TurnPages()
    {
        _called = Standing.Count > 0 ? _time.GetTimestamp() : _called;

        _announced = Announced is null ? _announced : _time.GetTimestamp();

        // The call that is being announced stays in sight until it has been heard.
        if (Announced is null && _time.GetElapsedTime(_callsTurned) >= PageTime)
        {
            _callPages = CallPages.Turn(Standing.Count);
            _callsTurned = _time.GetTimestamp();
        }
        if (_time.GetElapsedTime(_servicesTurned) >= PageTime)
        {
            _servicePages = ServicePages.Turn(Board?.Services.Count ?? 0);
            _servicesTurned = _time.GetTimestamp();
        }
    }

    private void Take(Board board)
    {
        // Whatever the memory held, the server knows better.
        var after = (Restored ? BoardModel.Empty : _model).With(board);
        if (ReferenceEquals(after, _model))
        {
            return;
        }
        (_model, Restored) = (after, false);
        _memory?.Keep(board);
        _clock.Learn(board.At);
        Show();

        // Of the calls that are shown here alone: what is announced in one hall is nothing to another.
        foreach (var call in _newCalls.In(Board!))
        {
            _announcer.Add(call);
        }
        Reveal();
    }

    private void Show()
    {
        Board = _model.Board is { } board ? BoardView.Of(board, Settings.Zone) : null;
        FollowSlides();
    }

    private void FollowSlides() =>
        _slides.Follow(Settings.Notices && !Night ? Board?.Slides ?? [] : [], DateOnly.FromDateTime(OfficeTime?.DateTime ?? default));

    private void Reveal()
    {
        var standing = Standing;
        for (var i = 0; i < standing.Count; i++)
        {
            if (IsAnnounced(standing[i]))
            {
                _announced = _time.GetTimestamp();
                _callPages = CallPages.Reveal(i, standing.Count);
                _callsTurned = _time.GetTimestamp();
            }
        }
        Changed?.Invoke();
    }

    // Who is called still stands on the board, and is told however late; a number that nobody waits for any more must not keep those behind it waiting.
    private bool IsWorthHearing(BoardCall call) =>
        Board is not { } board || board.Calls.Any(standing => standing.Id == call.Id) || _clock.Now - call.At <= NewCalls.WindowOfEnded;

    private bool IsAnnounced(BoardCall call) => _announcer.Current is { } current && (call.Number, call.Counter) == (current.Number, current.Counter);
}
