namespace QueueHub.History.Advice;

/// <summary>
/// How long people wait before some equal counters when they come at random and visits vary as widely as the gaps between them (Erlang, 1917). The load is
/// how many counters would be busy if nobody had to wait: arrivals in an hour times hours of a visit. Pure.
/// </summary>
public static class ErlangC
{
    /// <summary>Probability of having to wait at all.</summary>
    public static double Waits(int counters, double load)
    {
        if (load <= 0)
        {
            return 0;
        }

        if (load >= counters)
        {
            return 1;
        }

        // Erlang's loss formula by its recursion first: powers and factorials would overflow from about 170 counters on.
        var lost = 1.0;
        for (var counter = 1; counter <= counters; counter++)
        {
            lost = load * lost / (counter + (load * lost));
        }

        return counters * lost / (counters - (load * (1 - lost)));
    }

    /// <summary>Share of people who wait no longer than this; 0 where the line grows without end.</summary>
    public static double Within(int counters, double load, double visitMinutes, double minutes) =>
        load <= 0 ? 1 : load >= counters ? 0 : 1 - (Waits(counters, load) * Math.Exp(-(counters - load) * minutes / visitMinutes));

    /// <summary>Mean wait, minutes; infinite where the line grows without end.</summary>
    public static double MeanWait(int counters, double load, double visitMinutes) =>
        load <= 0 ? 0 : load >= counters ? double.PositiveInfinity : Waits(counters, load) * visitMinutes / (counters - load);

    /// <summary>The fewest counters at which this share waits no longer.</summary>
    public static int Fewest(double load, double visitMinutes, WaitTarget target)
    {
        var counters = load <= 0 ? 0 : (int)Math.Floor(load) + 1;
        while (Within(counters, load, visitMinutes, target.Minutes) < target.Share)
        {
            counters++;
        }

        return counters;
    }
}
