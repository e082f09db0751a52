namespace QueueHub.Contracts.History;

/// <summary>What history says of some time of an office, a service, a counter …: the same figures whatever it is of. docs/history.md defines each.</summary>
/// <param name="Visits">Numbers that were taken.</param>
/// <param name="Stops">Stays in lines that began: one for each service a ticket went to.</param>
/// <param name="Called">Stops that were called.</param>
/// <param name="Served">Stops that were served to the end.</param>
/// <param name="Absent">Stops that were called and not there.</param>
/// <param name="Cancelled">Stops that citizens or clerks gave up.</param>
/// <param name="Expired">Stops that the end of the day ended.</param>
/// <param name="Transferred">Stops passed on unfinished.</param>
/// <param name="Moved">Stops that went on at another office.</param>
/// <param name="Recalls">Announcements that repeated a call.</param>
/// <param name="OutOfOrder">Stops called before others of their line.</param>
/// <param name="Parked">Stops that were set aside for a time.</param>
/// <param name="Wait">How long those waited that were called; null: nobody was.</param>
/// <param name="Walk">From the call to the counter.</param>
/// <param name="Serve">How long service took.</param>
/// <param name="WithinTarget">Share of the called that waited no longer than the office's target.</param>
/// <param name="OpenHours">Hours that counters were open.</param>
/// <param name="PausedHours">Hours that they were paused.</param>
/// <param name="BusyHours">Hours that they were with citizens, from the call on.</param>
/// <param name="Forms">Visits with a form written on a device.</param>
/// <param name="Sheets">Sheets of paper that these saved.</param>
/// <param name="Ratings">What citizens said; null: nothing.</param>
/// <param name="Foretold">How good the foretold waits were; null: none is known.</param>
/// <param name="FormVisits">Visits that began with a service which has a form now, whether it was written on a device or on paper; null: not told of these parts.</param>
public sealed record Figures(
    long Visits, long Stops, long Called, long Served, long Absent, long Cancelled, long Expired, long Transferred, long Moved, long Recalls, long OutOfOrder,
    long Parked, Durations? Wait, Durations? Walk, Durations? Serve, double? WithinTarget, double OpenHours, double PausedHours, double BusyHours,
    long Forms, long Sheets, Ratings? Ratings, Foretold? Foretold, long? FormVisits = null);

/// <summary>Some durations, in seconds.</summary>
/// <param name="P90">Nine of ten were no longer; this and the median are right to nine per cent.</param>
public sealed record Durations(long Count, double Mean, double Median, double P90);

/// <summary>What citizens said of their visits.</summary>
/// <param name="Mean">1 to 5.</param>
/// <param name="Satisfied">Share of those who gave 4 or 5.</param>
public sealed record Ratings(long Count, double Mean, double Satisfied);

/// <summary>How good the waits were that were foretold; the band promises eight of ten within.</summary>
/// <param name="Within">Share that waited as long as was said.</param>
/// <param name="Sooner">Share that waited less.</param>
/// <param name="Later">Share that waited longer.</param>
/// <param name="ErrorMinutes">Mean distance from the middle of the band.</param>
public sealed record Foretold(long Count, double Within, double Sooner, double Later, double ErrorMinutes);
