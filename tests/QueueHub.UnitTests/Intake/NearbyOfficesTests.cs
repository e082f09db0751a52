using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Intake;
using QueueHub.Offices;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Intake;

public class NearbyOfficesTests
{
    private static readonly OfficeDocument Own = OfficeStory.Office;

    private static OfficeDocument At(string slug) => Own with { Slug = slug };

    private static IReadOnlyList<string> InOrder(params (OfficeDocument Office, int Waiting, string[] Counters, WaitBand? Expect, bool Open)[] offices) =>
        [.. NearbyOffices.Of(
            new Some([.. offices.Select(one => one.Office)]), Own, "resident",
            slug => Of(slug, offices.Single(one => one.Office.Slug == slug)),
            office => new Opening(offices.Single(one => one.Office == office).Open, null)).Select(near => near.Office.Slug)];

    private static Board Of(string slug, (OfficeDocument Office, int Waiting, string[] Counters, WaitBand? Expect, bool Open) office) => new(
        "e1", 1, DateTimeOffset.UnixEpoch, 540, false, new BoardOffice(slug, office.Office.Name, "", "", true, Opening.Always), [], [],
        [new BoardService("resident", office.Office.Name, office.Waiting, office.Counters, office.Expect)], [], [], null);

    [Fact]
    public void The_shortest_wait_comes_first_and_closed_offices_last() => Assert.Equal(
        ["b", "seocho", "d", "c"],
        InOrder(
            (Own, 4, ["1"], new WaitBand(10, 20), true), (At("b"), 9, ["1", "2"], new WaitBand(5, 12), true),
            (At("c"), 0, ["1"], new WaitBand(0, 1), false), (At("d"), 2, [], null, true)));

    [Fact]
    public void Where_one_of_them_cannot_tell_all_are_measured_by_the_people_for_each_counter() => Assert.Equal(
        ["b", "c", "seocho"],
        InOrder((Own, 8, ["1", "2"], new WaitBand(0, 1), true), (At("b"), 3, ["1"], null, true), (At("c"), 7, ["1", "2"], null, true)));

    [Fact]
    public void An_office_that_does_not_offer_the_service_is_not_named()
    {
        var other = At("b") with { Services = [Own.Service("passport")!] };

        Assert.False(NearbyOffices.Offer(new Some([Own, other]), Own, "resident"));
        Assert.True(NearbyOffices.Offer(new Some([Own, other]), Own, "passport"));
        Assert.Equal(["seocho"], InOrder((Own, 0, [], null, true), (other, 0, [], null, true)));
    }

    private sealed class Some(IReadOnlyList<OfficeDocument> all) : IOffices
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public IReadOnlyList<OfficeDocument> All => all;

        public OfficeDocument? Find(string slug) => all.FirstOrDefault(office => office.Slug == slug);
        public FormTemplate? Form(string id) => null;
        public FormTemplate? Form(string id, int version) => null;
    }
}
