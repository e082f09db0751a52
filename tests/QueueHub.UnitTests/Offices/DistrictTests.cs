using QueueHub.Offices;
using QueueHub.Offices.Documents;

namespace QueueHub.UnitTests.Offices;

/// <summary>The offices in db/seed, as a citizen and a clerk would meet them.</summary>
public class DistrictTests
{
    private static readonly List<string> Complaints = [];
    private static readonly IReadOnlyList<OfficeDocument> Offices = Read();

    [Fact]
    public void All_twenty_four_are_sound()
    {
        Assert.Empty(Complaints);
        Assert.Equal(24, Offices.Count);
    }

    [Fact]
    public void A_file_is_named_after_its_office() =>
        Assert.All(SeedDocuments.All("offices"), seed => Assert.Equal(seed.File, (string?)seed.Document["slug"]));

    [Fact]
    public void Names_are_distinct_in_both_languages()
    {
        Assert.Equal(24, Offices.Select(office => office.Name.Ko).Distinct().Count());
        Assert.Equal(24, Offices.Select(office => office.Name.En).Distinct().Count());
    }

    [Fact]
    public void Every_service_has_a_counter_that_serves_it_first() => Assert.All(
        Offices,
        office => Assert.All(office.ServiceIds, service => Assert.Contains(office.Counters, counter => counter.Primary.Contains(service))));

    [Fact]
    public void A_visitor_can_take_a_counter_without_a_service_losing_its_last_one() => Assert.All(
        Offices,
        office => Assert.Contains(office.Counters, free => office.ServiceIds.All(service => office.Counters.Any(
            counter => counter.Id != free.Id && (counter.Primary.Contains(service) || counter.Helping.Contains(service))))));

    [Fact]
    public void The_same_service_bears_the_same_words_everywhere() => Assert.All(
        Offices.SelectMany(office => office.Services).GroupBy(service => service.Id),
        same => Assert.Single(same.Select(service => (service.Name, service.Description)).Distinct()));

    [Fact]
    public void Whoever_needs_consideration_goes_first_at_every_office_and_a_phone_cannot_claim_it() => Assert.All(
        Offices,
        office =>
        {
            Assert.Contains(office.Classes, @class => @class.CreditMinutes > 0 && @class.GrantedBy.Contains("clerk"));
            Assert.DoesNotContain(office.Classes, @class => @class.CreditMinutes > 0 && @class.GrantedBy.Contains("phone"));
        });

    private static IReadOnlyList<OfficeDocument> Read()
    {
        var forms = SeedDocuments.All("forms").Select(seed => new StoredForm(seed.File, (int)seed.Document["version"]!, seed.Document.ToJsonString()));
        var offices = SeedDocuments.All("offices").Select(seed =>
        {
            seed.Document.Remove("version");
            return new StoredOffice(seed.File, 1, seed.Document.ToJsonString());
        });
        return Configuration.Read(offices, forms, Configuration.Empty, Complaints.Add).Offices;
    }
}
