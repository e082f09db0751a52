namespace QueueHub.Intake;

/// <summary>How many a citizen may let go first: a few round numbers, and no more than there are behind. Pure.</summary>
public static class LaterChoices
{
    private static readonly int[] Round = [1, 2, 3, 5, 10, 20, 50];

    /// <param name="most">That the office allows.</param>
    /// <param name="behind">Who waits behind: with fewer than that, all of them is the last choice.</param>
    public static IReadOnlyList<int> Of(int most, int behind)
    {
        var last = Math.Min(most, behind);
        return last < 1 ? [] : [.. Round.Where(places => places < last), last];
    }
}
