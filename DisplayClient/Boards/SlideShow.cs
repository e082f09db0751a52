using QueueHub.Contracts.Boards;

namespace DisplayClient.Boards;

/// <summary>Which of the office's notices has its turn. One that cannot be shown is passed over for a while: never a hole in the wall.</summary>
public sealed class SlideShow(TimeProvider time)
{
    /// <summary>A file that could not be shown may have been mended by then.</summary>
    public static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, long> _broken = [];
    private long _since;
    private bool _over;

    /// <summary>The one to show; null when there is none.</summary>
    public BoardSlide? Current { get; private set; }

    /// <summary>Grows whenever something is to be begun: another notice, or the same video from its beginning.</summary>
    public int Turn { get; private set; }

    /// <summary>Goes on by the clock. Called once a second, and when the notices have changed.</summary>
    /// <param name="slides">All of the office; empty where none are wanted.</param>
    /// <param name="today">By the office's calendar.</param>
    public void Follow(IReadOnlyList<BoardSlide> slides, DateOnly today)
    {
        var able = slides.Where(slide => slide.IsShown(today) && !IsBroken(slide)).ToList();
        if (able.Count == 0)
        {
            (Current, _over) = (null, false);
        }
        else if (Current is null || !able.Contains(Current) || _over || time.GetElapsedTime(_since).TotalSeconds >= Current.Seconds)
        {
            Begin(Next(slides, able));
        }
    }

    /// <summary>The video of this turn is at its end.</summary>
    public void End(int turn) => _over |= turn == Turn;

    /// <summary>The file of this turn cannot be shown.</summary>
    public void Fail(int turn)
    {
        if (turn == Turn && Current?.File is { } file)
        {
            _broken[file] = time.GetTimestamp();
            _over = true;
        }
    }

    private void Begin(BoardSlide next)
    {
        // What stands still may stand on: only a video that begins anew is anything to see.
        Turn += next != Current || next.Video is not null ? 1 : 0;
        (Current, _since, _over) = (next, time.GetTimestamp(), false);
    }

    // After the one shown, in the order of the office, which may be another one by now.
    private BoardSlide Next(IReadOnlyList<BoardSlide> slides, List<BoardSlide> able)
    {
        var at = Current is null ? -1 : slides.ToList().IndexOf(Current);
        return slides.Skip(at + 1).Concat(slides).First(able.Contains);
    }

    private bool IsBroken(BoardSlide slide)
    {
        if (slide.File is not { } file || !_broken.TryGetValue(file, out var since))
        {
            return false;
        }

        if (time.GetElapsedTime(since) < TryAgain)
        {
            return true;
        }

        _broken.Remove(file);
        return false;
    }
}
