namespace QueueHub.History.Webhooks;

/// <summary>When a message that was not taken is tried again: four times as long after each try, eight tries in about a day. Pure.</summary>
internal static class WebhookRetry
{
    public const int Tries = 8;
    private const int Factor = 4;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);

    /// <summary>A receiver that has taken nothing for so long when a message dies is not told anything more.</summary>
    public static readonly TimeSpan GivenUp = TimeSpan.FromHours(6);

    /// <param name="tries">How often it was tried.</param>
    /// <param name="luck">From 0 to 1: not all at once after an outage.</param>
    /// <returns>Null: no more.</returns>
    public static TimeSpan? After(int tries, TimeSpan? wish, double luck)
    {
        if (tries >= Tries)
        {
            return null;
        }

        var own = First * Math.Pow(Factor, tries - 1) * (0.5 + (luck / 2));
        return wish > own ? wish : own;
    }
}
