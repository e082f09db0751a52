using QueueHub.Contracts.Boards;

namespace QueueHub.Contracts.Offices;

/// <summary>What anybody may know of an office's configuration.</summary>
/// <param name="Opening">Whether it is open now.</param>
public sealed record OfficeInfo(
    string Slug,
    LocalText Name,
    LocalText Address,
    string TimeZone,
    Opening Opening,
    IReadOnlyList<ServiceInfo> Services,
    IReadOnlyList<CounterInfo> Counters,
    IReadOnlyList<ClassInfo> Classes);

/// <summary>What a citizen queues for.</summary>
/// <param name="Form">Id of the form template offered with it, when there is one.</param>
public sealed record ServiceInfo(string Id, LocalText Name, LocalText Description, string? Form = null);

/// <summary>A counter and the services it is meant for; who opens it may choose others.</summary>
public sealed record CounterInfo(string Id, IReadOnlyList<string> Primary, IReadOnlyList<string> Helping);

/// <summary>A priority class.</summary>
/// <param name="GrantedBy">Channels that may grant it: <c>clerk</c>, <c>phone</c>, <c>kiosk</c>.</param>
public sealed record ClassInfo(string Id, LocalText Name, int CreditMinutes, IReadOnlyList<string> GrantedBy);
