using System.Text.Json.Serialization;
using QueueHub.Contracts;

namespace QueueHub.Offices;

/// <summary>The whole configuration of one office: one versioned document in Postgres, validated when loaded.</summary>
/// <param name="Slug">Path of the office, lower-case; never a reserved word (<see cref="OfficeSlug"/>).</param>
/// <param name="RecoveryRoom">What the room is called where a clerk recovers alone; null: there is none.</param>
/// <param name="Zones">Where its counters are, when they are not all in one place.</param>
/// <param name="Sound">How its displays speak; null: as <see cref="SoundDefinition"/> does by itself.</param>
/// <param name="Slides">What its lobby displays show beside the calls, in turn.</param>
/// <param name="Statistics">What history measures by; null: as <see cref="StatisticsDefinition"/> does by itself.</param>
/// <param name="Feed">As whom the public feed in the shape of the national one names it; null: it is not in it.</param>
/// <param name="TimeZone">IANA name; decides the business day.</param>
public sealed record OfficeDocument(
    string Slug,
    LocalText Name,
    LocalText Address,
    string TimeZone,
    IReadOnlyList<OpeningHours> Hours,
    IReadOnlyList<ServiceDefinition> Services,
    IReadOnlyList<CounterDefinition> Counters,
    IReadOnlyList<PriorityClass> Classes,
    QueueRules Rules,
    IReadOnlyList<ResultDefinition>? Results = null,
    LocalText? RecoveryRoom = null,
    IReadOnlyList<ZoneDefinition>? Zones = null,
    SoundDefinition? Sound = null,
    IReadOnlyList<SlideDefinition>? Slides = null,
    StatisticsDefinition? Statistics = null,
    NationalFeed? Feed = null)
{
    /// <summary>Version of the document, from the database row.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    public ServiceDefinition? Service(string id) => Services.FirstOrDefault(service => service.Id == id);
    public CounterDefinition? Counter(string id) => Counters.FirstOrDefault(counter => counter.Id == id);
    public ResultDefinition? Result(string id) => ResultsOffered.FirstOrDefault(result => result.Id == id);
    public ZoneDefinition? Zone(string id) => Zones?.FirstOrDefault(zone => zone.Id == id);
    public PriorityClass? Class(string id) => Classes.FirstOrDefault(@class => @class.Id == id);

    /// <summary>How a service may have ended, as a clerk can say when completing it.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResultDefinition> ResultsOffered => Results ?? ResultDefinition.Usual;

    /// <summary>What history measures by.</summary>
    [JsonIgnore]
    public StatisticsDefinition StatisticsOrUsual => Statistics ?? StatisticsDefinition.Usual;

    /// <summary>The ids of all services, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ServiceIds => field ??= [.. Services.Select(service => service.Id)];
}

/// <summary>When the office is open on some days of the week; local times.</summary>
public sealed record OpeningHours(IReadOnlyList<DayOfWeek> Days, TimeOnly Open, TimeOnly Close);

/// <summary>What a citizen queues for.</summary>
/// <param name="From">First number of its range.</param>
/// <param name="To">Last number; after it the range starts again, skipping numbers still held by living tickets.</param>
/// <param name="Form">Template offered with it, when there is one.</param>
public sealed record ServiceDefinition(string Id, LocalText Name, LocalText Description, int From, int To, string? Form = null);

/// <summary>A numbered desk.</summary>
public sealed record CounterDefinition(string Id, IReadOnlyList<string> Primary, IReadOnlyList<string> Helping);

/// <summary>A part of the office where some of its counters stand: a floor, a hall.</summary>
public sealed record ZoneDefinition(string Id, LocalText Name, IReadOnlyList<string> Counters);

/// <summary>How the displays of the office speak: in Korean, and then further.</summary>
/// <param name="Languages">Every call is made in these, too.</param>
/// <param name="TicketLanguage">A call is also made in the language its number was taken in.</param>
/// <param name="Volumes">How loud at which hours, the first that holds the hour; otherwise as loud as can be.</param>
public sealed record SoundDefinition(IReadOnlyList<string>? Languages = null, bool TicketLanguage = true, IReadOnlyList<VolumeDefinition>? Volumes = null);

/// <summary>A part of the day by the office's clock, across midnight when <paramref name="To"/> is before <paramref name="From"/>.</summary>
/// <param name="Percent">0: silent.</param>
public sealed record VolumeDefinition(TimeOnly From, TimeOnly To, int Percent);

/// <summary>One notice of those that take turns on lobby displays: a text, or a file of the office's media folder.</summary>
/// <param name="Seconds">How long it stays; of a video: at most.</param>
/// <param name="From">First day it is shown, by the office's calendar.</param>
/// <param name="Until">Last day.</param>
public sealed record SlideDefinition(
    LocalText? Text = null, string? Image = null, string? Video = null, int Seconds = SlideDefinition.UsualSeconds, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>A text of two lines is read twice.</summary>
    public const int UsualSeconds = 15;

    /// <summary>Its file; null of a text.</summary>
    [JsonIgnore]
    public string? File => Image ?? Video;
}

/// <summary>What history measures an office's days by, and what it may say.</summary>
/// <param name="WaitTargetMinutes">Nobody should wait longer.</param>
/// <param name="PerStaff">Figures of single clerks may be asked for, by name; that is for the office and its people to agree on.</param>
/// <param name="WaitTargetPercent">So many of a hundred should wait no longer when counters are planned: for all of them no number is enough.</param>
public sealed record StatisticsDefinition(int WaitTargetMinutes = 15, bool PerStaff = false, int WaitTargetPercent = 80)
{
    public static readonly StatisticsDefinition Usual = new();
}

/// <summary>An office in the national feed of waiting counts; names as the feed has them.</summary>
/// <param name="StdgCd">Its legal district (법정동), ten digits.</param>
/// <param name="CsoSn">Its serial number in the feed: CS0001.</param>
/// <param name="Lat">Latitude.</param>
/// <param name="Lot">Longitude.</param>
/// <param name="RoadNmAddr">Its address by road; null: the document's address.</param>
/// <param name="LotnoAddr">Its address by lot.</param>
public sealed record NationalFeed(string StdgCd, string CsoSn, decimal Lat, decimal Lot, string? RoadNmAddr = null, string? LotnoAddr = null);

/// <summary>A priority class: who has it goes first by <paramref name="CreditMinutes"/>.</summary>
/// <param name="GrantedBy">Channels that may grant it: <c>clerk</c>, <c>phone</c>, <c>kiosk</c>.</param>
public sealed record PriorityClass(string Id, LocalText Name, int CreditMinutes, IReadOnlyList<string> GrantedBy)
{
    /// <summary>The class of everybody else; every office has it, with no credit.</summary>
    public const string Standard = "standard";
}

/// <summary>How a service ended.</summary>
/// <param name="Provided">False: what the citizen came for could not be provided.</param>
public sealed record ResultDefinition(string Id, LocalText Name, bool Provided)
{
    /// <summary>What an office has whose document names none.</summary>
    public static readonly IReadOnlyList<ResultDefinition> Usual =
    [
        new("documents-missing", new LocalText("서류 보완 필요", "Documents are missing"), false),
        new("elsewhere", new LocalText("다른 기관 안내", "Sent to another authority"), false),
        new("not-provided", new LocalText("처리하지 못함", "Could not be provided"), false),
    ];
}

/// <summary>Limits of the queue.</summary>
/// <param name="WaitedCapMinutes">Waiting credit kept through a transfer, at most.</param>
/// <param name="RecallsBeforeNoShow">After so many recalls the clerk is offered to mark the ticket absent.</param>
/// <param name="RecallLockSeconds">A called number is not announced again sooner.</param>
/// <param name="AcceptsMoves">Other offices may move their tickets here.</param>
/// <param name="VisitNoticeMinutes">So long into a visit its clerk is told; 0: never.</param>
/// <param name="VisitLimitMinutes">Recommended length of a visit; 0: none.</param>
/// <param name="RequiresPresence">A number taken on a phone joins its line only when the citizen has shown to be there.</param>
/// <param name="ArrivalCreditMinutes">Credit for the time since such a number was taken, at most.</param>
/// <param name="TicketsPerPhone">How many living tickets of a service one phone may hold, for those who come together; without saying so it holds one.</param>
/// <param name="LetOthersFirstPlaces">How many a citizen may let go first at once; 0: none. How often: <c>RequeueLimit</c>.</param>
/// <param name="UndoSeconds">For so long a clerk's last command can be taken back.</param>
/// <param name="CloseAfterMinutes">The business day ends this long after the last opening hours of its date, and at midnight at the latest.</param>
public sealed record QueueRules(
    int WaitedCapMinutes = 60, int ReinstateLimit = 2, int RequeueLimit = 2, int RecallsBeforeNoShow = 3, int CloseAfterMinutes = 120,
    int RecallLockSeconds = 5, bool AcceptsMoves = true, int VisitNoticeMinutes = 15, int VisitLimitMinutes = 20,
    bool RequiresPresence = false, int ArrivalCreditMinutes = 10, int TicketsPerPhone = 4, int LetOthersFirstPlaces = 5,
    int UndoSeconds = 10)
{
    /// <summary><see cref="ArrivalCreditMinutes"/> as scripts take it.</summary>
    [JsonIgnore]
    public long ArrivalCreditMilliseconds => (long)TimeSpan.FromMinutes(ArrivalCreditMinutes).TotalMilliseconds;

    /// <summary><see cref="WaitedCapMinutes"/> as scripts take it.</summary>
    [JsonIgnore]
    public long WaitedCapMilliseconds => (long)TimeSpan.FromMinutes(WaitedCapMinutes).TotalMilliseconds;
}
