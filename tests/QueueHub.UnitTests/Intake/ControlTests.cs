using System.Reflection;
using QueueHub.Contracts;
using QueueHub.Intake;
using QueueHub.Offices;
using QueueHub.Tickets;

namespace QueueHub.UnitTests.Intake;

public class ControlTests
{
    private static readonly string[] Languages = ["ko", "en", "zh", "vi", "ja"];

    [Theory]
    [InlineData(5, 100, "1 2 3 5")]
    [InlineData(4, 100, "1 2 3 4")]
    [InlineData(20, 100, "1 2 3 5 10 20")]
    [InlineData(5, 2, "1 2")]
    [InlineData(5, 4, "1 2 3 4")]
    [InlineData(5, 0, "")]
    [InlineData(0, 9, "")]
    public void Few_round_choices_and_no_more_than_wait_behind(int most, int behind, string choices) =>
        Assert.Equal(choices, string.Join(' ', LaterChoices.Of(most, behind)));

    [Theory]
    [InlineData(ProblemCodes.AlreadyWaiting, false, 4, true)]
    [InlineData(ProblemCodes.AlreadyWaiting, true, 4, false)]
    [InlineData(ProblemCodes.AlreadyWaiting, false, 1, false)]
    public void Another_number_is_offered_once_and_where_the_office_allows_it(string code, bool asked, int most, bool more)
    {
        var office = new OfficeDocument("seocho", new("", ""), new("", ""), "Asia/Seoul", [], [], [], [], new QueueRules(TicketsPerPhone: most));
        Assert.Equal(more, CompanionOffer.Of(office, code, asked)!.More);
        Assert.Null(CompanionOffer.Of(office, ProblemCodes.DayClosed, asked));
        Assert.Null(CompanionOffer.Of(office, null, asked));
    }

    [Fact]
    public void A_link_that_may_only_look_is_one_way()
    {
        var token = TicketToken.New();
        var watch = TicketToken.Watch(token);
        Assert.Matches("^[0-9a-f]{32}\\z", watch);
        Assert.NotEqual(token, watch);
        Assert.NotEqual(token, TicketToken.Watch(watch));
        Assert.Equal(watch, TicketToken.Watch(token));
    }

    [Fact]
    public void What_a_citizen_reads_here_is_there_in_five_languages()
    {
        var texts = typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name is [..] name && (name.StartsWith("Later", StringComparison.Ordinal) || name.StartsWith("Visit", StringComparison.Ordinal)
                || name.StartsWith("Companion", StringComparison.Ordinal) || name.StartsWith("Follow", StringComparison.Ordinal)
                || name.StartsWith("Here", StringComparison.Ordinal) || name.StartsWith("Held", StringComparison.Ordinal)
                || name.StartsWith("Journey", StringComparison.Ordinal) || name.StartsWith("Arrive", StringComparison.Ordinal)))
            .Select(field => (LocalText)field.GetValue(null)!)
            .Concat([Texts.LaterPlaces(2), Texts.LaterLeft(1), Texts.CompanionLimit(4), Texts.ArriveWith([3, 4]), Texts.OnTheWayScanHelp(10)]);
        Assert.All(texts, text => Assert.Equal(Languages.Length, Languages.Select(text.In).Distinct().Count()));
    }
}
