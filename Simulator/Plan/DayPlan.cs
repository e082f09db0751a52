using QueueHub.Contracts.Offices;

namespace Simulator.Plan;

/// <summary>Everybody who comes to an office on one day. Pure: the same seed, day and office give the same plan.</summary>
internal static class DayPlan
{
    // Share of their time that clerks are busy on an average day: peaks exceed what they can do, so lines grow, and shrink again at noon.
    private const double Busy = 0.72;

    // Between two visits: the call, the way to the counter, the greeting.
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    // Who waits at the door when it opens.
    private const int CrowdBesidesCounters = 3;
    private static readonly TimeSpan Crowd = TimeSpan.FromSeconds(90);

    // What citizens do, as shares of them: assumptions.
    private const double FromReception = 0.08;
    private const double WithForm = 0.55;
    private const double English = 0.07;
    private const double Absent = 0.04;
    private const double Late = 0.06;
    private const double Returning = 0.35;
    private const double Impatient = 0.02;
    private const double PassedOn = 0.04;
    private const double SetAside = 0.03;

    /// <summary>The plan, in the order of arrival.</summary>
    /// <param name="busy">How many come, relative to what the office is staffed for.</param>
    public static IReadOnlyList<Citizen> For(OfficeInfo office, int seed, int day, DayOfWeek weekday, double busy = 1)
    {
        var chance = new Chance(seed, office.Slug, $"{day}");
        var staffed = Roster.Staffed(office);
        var demand = Demand(office, staffed);
        var citizens = new List<Citizen>();
        foreach (var service in office.Services)
        {
            var count = chance.Count(demand[service.Id] * Arrivals.Of(weekday) * busy);
            citizens.AddRange(Enumerable.Range(0, count).Select(_ => Draw(office, service, Arrivals.Draw(chance), chance)));
        }

        var weights = office.Services.Where(service => demand[service.Id] > 0).ToList();
        for (var i = 0; weights.Count > 0 && i < (int)((staffed.Count + CrowdBesidesCounters) * busy); i++)
        {
            citizens.Add(Draw(office, chance.One(weights), Crowd * chance.Part(), chance));
        }

        return [.. citizens.OrderBy(citizen => citizen.Arrives).ThenBy(citizen => citizen.Device, StringComparer.Ordinal)];
    }

    // An office is staffed for its demand, so its demand follows from its counters: each divides its time between its primary services.
    private static Dictionary<string, double> Demand(OfficeInfo office, IReadOnlyList<CounterInfo> staffed) =>
        office.Services.ToDictionary(service => service.Id, service =>
        {
            var desks = staffed.Sum(counter => counter.Primary.Contains(service.Id) ? 1.0 / counter.Primary.Count : 0);
            if (desks == 0 && staffed.Any(counter => counter.Helping.Contains(service.Id)))
            {
                desks = 0.2;
            }

            return desks * Busy * Arrivals.Length / (ServiceTimes.Mean(service.Id) + Between);
        });

    private static Citizen Draw(OfficeInfo office, ServiceInfo service, TimeSpan arrives, Chance chance)
    {
        var granted = office.Classes.Where(@class => @class.CreditMinutes > 0 && @class.GrantedBy.Contains("clerk")).ToList();
        var others = office.Services.Where(other => other != service).ToList();
        var reception = granted.Count > 0 && chance.In(FromReception);
        var writes = service.Form is not null && !reception && chance.In(WithForm);
        var answers = chance.Part() switch { < Absent => 0, < Absent + Late => 2, _ => 1 };
        var time = ServiceTimes.Draw(service.Id, chance);
        return new Citizen(
            chance.Hex(32),
            arrives,
            service.Id,
            chance.In(English) ? "en" : "ko",
            reception ? chance.One(granted).Id : null,
            writes,
            answers,
            answers == 0 && chance.In(Returning) ? chance.Between(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20)) : null,
            chance.In(Impatient) ? chance.Between(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(40)) : null,
            writes ? time * (1 - ServiceTimes.SavedByForm) : time,
            others.Count > 0 && chance.In(PassedOn) ? chance.One(others).Id : null,
            chance.In(SetAside) ? chance.Between(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)) : null);
    }
}
