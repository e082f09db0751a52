using QueueHub.Offices;

namespace QueueHub.Intake;

/// <summary>The services that a citizen wants to visit under one number, in order. Pure.</summary>
public sealed record Visit(IReadOnlyList<ServiceDefinition> Services)
{
    /// <summary>Most services of one visit: with more, nobody knows any more when it will end.</summary>
    public const int Most = 3;

    /// <summary>True for two or three.</summary>
    public bool IsWhole => Services.Count is > 1 and <= Most;

    /// <summary>The services that were chosen, each once, in the order given; what the office does not have is left out.</summary>
    public static Visit Of(OfficeDocument office, IEnumerable<string?> ids) =>
        new([.. ids.Distinct().Select(id => id is null ? null : office.Service(id)).OfType<ServiceDefinition>()]);

    /// <summary>The same visit with this service one place earlier.</summary>
    public Visit Earlier(int index)
    {
        var services = Services.ToList();
        (services[index - 1], services[index]) = (services[index], services[index - 1]);
        return new Visit(services);
    }

    /// <summary>Path of the page on which this visit is chosen.</summary>
    public string Address(OfficeDocument office) => $"/{office.Slug}/visit?{string.Join('&', Services.Select(service => $"s={service.Id}"))}";
}
