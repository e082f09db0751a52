namespace QueueHub.History;

/// <summary>A wait that was foretold, and what became of it.</summary>
/// <param name="At">When it was said: the ticket joined its line.</param>
/// <param name="Low">Minutes.</param>
/// <param name="High">Minutes.</param>
/// <param name="Ahead">How many were ahead.</param>
/// <param name="Minutes">Until the first call that was not taken back; null: none came.</param>
public sealed record PredictionRecord(long Ordinal, string Service, DateTimeOffset At, int Low, int High, int Ahead, double? Minutes);

/// <summary>How good the waits were that were foretold. Pure.</summary>
/// <param name="Told">All of them.</param>
/// <param name="Called">Those whose ticket was called: the others gave up, or the day ended, and nobody knows how long they would have waited.</param>
/// <param name="Within">Share of the called that waited as long as was said; eight of ten is what was promised.</param>
/// <param name="Sooner">Share that waited less.</param>
/// <param name="Later">Share that waited longer.</param>
/// <param name="Error">Mean distance from the middle of the band, minutes.</param>
/// <param name="Bias">Mean of wait minus middle, minutes: above zero, too little was said.</param>
/// <param name="Width">Mean width of the band, minutes.</param>
public sealed record PredictionScore(int Told, int Called, double Within, double Sooner, double Later, double Error, double Bias, double Width)
{
    /// <summary>Of nobody nothing is known: then all shares are zero.</summary>
    public static PredictionScore Of(IReadOnlyCollection<PredictionRecord> records)
    {
        var called = records.Where(record => record.Minutes is not null).Select(record => (Said: record, Minutes: record.Minutes!.Value)).ToList();
        double Mean(Func<(PredictionRecord Said, double Minutes), double> of) => called.Count == 0 ? 0 : called.Average(of);
        return new PredictionScore(
            records.Count, called.Count,
            Mean(one => one.Minutes >= one.Said.Low && one.Minutes <= one.Said.High ? 1 : 0),
            Mean(one => one.Minutes < one.Said.Low ? 1 : 0),
            Mean(one => one.Minutes > one.Said.High ? 1 : 0),
            Mean(one => Math.Abs(one.Minutes - Middle(one.Said))),
            Mean(one => one.Minutes - Middle(one.Said)),
            Mean(one => one.Said.High - one.Said.Low));
    }

    private static double Middle(PredictionRecord said) => (said.Low + said.High) / 2.0;
}
