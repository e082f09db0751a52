using System.Collections.Immutable;
using System.Text;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Feed;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Feed;

/// <summary>The feed has the national one's shape to the letter: those who read that one read this.</summary>
public class FeedShapeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 30, 5, TimeSpan.Zero);

    private static readonly OfficeDocument Office = new(
        "seocho", new LocalText("서초구청 <OK> & 민원센터", "Seocho"), new LocalText("서울특별시 서초구 남부순환로 2584", "2584 Nambusunhwan-ro"), "Asia/Seoul",
        [
            new OpeningHours([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0), new TimeOnly(18, 0)),
            new OpeningHours([DayOfWeek.Wednesday], new TimeOnly(9, 0), new TimeOnly(19, 30)),
        ],
        [new ServiceDefinition("resident", new LocalText("주민등록", "Resident"), new LocalText("등본", "Copies"), 1, 99)],
        [new CounterDefinition("3", ["resident"], [])], [], new QueueRules(),
        Feed: new NationalFeed("1165010800", "CS0001", 37.484m, 127.033m));

    private static readonly OfficeState State = OfficeState.Empty("seocho") with
    {
        Tickets = Rows(Called(1, 41, "2", "resident"), Called(2, 42, "3", "resident"), Called(3, 200, "9", "other")),
        Lines = OfficeState.Empty("seocho").Lines.Add("resident", [new Place(1, 3), new Place(2, 4)]),
    };

    [Fact]
    public void Waiting_counts_in_JSON() => Assert.Equal(
        """
        {"header":{"resultCode":"K0","resultMsg":"NORMAL_SERVICE"},"body":{"items":{"item":[{"totDt":"20260302103005","stdgCd":"1165010800","csoSn":"CS0001","csoNm":"서초구청 \u003COK\u003E \u0026 민원센터","taskNo":"1","taskNm":"주민등록","clotNo":"42","clotCnterNo":"3","wtngCnt":"2"}]},"numOfRows":"10","pageNo":"1","totalCount":"1"}}
        """,
        Written(FeedItems.Realtime(Office, State, Now)));

    [Fact]
    public void Waiting_counts_in_XML() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?><response><header><resultCode>K0</resultCode><resultMsg>NORMAL_SERVICE</resultMsg></header><body><items><item><totDt>20260302103005</totDt><stdgCd>1165010800</stdgCd><csoSn>CS0001</csoSn><csoNm>서초구청 &lt;OK&gt; &amp; 민원센터</csoNm><taskNo>1</taskNo><taskNm>주민등록</taskNm><clotNo>42</clotNo><clotCnterNo>3</clotCnterNo><wtngCnt>2</wtngCnt></item></items><numOfRows>10</numOfRows><pageNo>1</pageNo><totalCount>1</totalCount></body></response>
        """,
        Written(FeedItems.Realtime(Office, State, Now), type: "xml"));

    [Fact]
    public void An_office_and_its_hours_in_JSON() => Assert.Equal(
        """
        {"header":{"resultCode":"K0","resultMsg":"NORMAL_SERVICE"},"body":{"items":{"item":[{"totCrtrYmd":"20260302","stdgCd":"1165010800","csoSn":"CS0001","csoNm":"서초구청 \u003COK\u003E \u0026 민원센터","roadNmAddr":"서울특별시 서초구 남부순환로 2584","lat":"37.484","lot":"127.033","wkdyOperBgngTm":"090000","wkdyOperEndTm":"180000","nghtOperYn":"Y","nghtDowExpln":"수요일 19:30까지","wkndOperYn":"N"}]},"numOfRows":"10","pageNo":"1","totalCount":"1"}}
        """,
        Written([FeedItems.Info(Office, Now)!]));

    [Theory]
    [InlineData("json", """{"header":{"resultCode":"K03","resultMsg":"NODATA_ERROR"}}""")]
    [InlineData("XML", """<?xml version="1.0" encoding="utf-8"?><response><header><resultCode>K03</resultCode><resultMsg>NODATA_ERROR</resultMsg></header></response>""")]
    public void Where_there_is_nothing_the_header_says_so_alone(string type, string answer)
    {
        Assert.Equal(answer, Written([], type: type));
        Assert.Equal(answer, Written([FeedItems.Info(Office, Now)!], pageNo: "2", type: type));
        Assert.Equal(answer, Written([FeedItems.Info(Office, Now)!], stdgCd: "2600000000", type: type));
    }

    [Fact]
    public void Nobody_was_called_and_nobody_waits_yet()
    {
        var item = Assert.Single(FeedItems.Realtime(Office, OfficeState.Empty("seocho"), Now));

        Assert.Equal([("clotNo", "0"), ("clotCnterNo", null), ("wtngCnt", "0")], item.Fields.TakeLast(3));
    }

    [Fact]
    public void The_last_number_of_a_quiet_service_is_told_after_any_number_of_calls_of_a_busy_one()
    {
        var state = State with { Tickets = Rows([.. State.Tickets.Values, .. Enumerable.Range(4, 2 * Fold.CallsKept).Select(call => Called(call, 200 + call, "9", "other"))]) };

        var item = Assert.Single(FeedItems.Realtime(Office, state, Now));

        Assert.Equal([("clotNo", "42"), ("clotCnterNo", "3")], item.Fields.TakeLast(3).SkipLast(1));
    }

    [Fact]
    public void An_office_without_a_place_in_the_feed_is_not_in_it()
    {
        Assert.Null(FeedItems.Info(Office with { Feed = null }, Now));
        Assert.Empty(FeedItems.Realtime(Office with { Feed = null }, State, Now));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1165010800", true)]
    [InlineData("1165000000", true)]
    [InlineData("1100000000", true)]
    [InlineData("1165010700", false)]
    [InlineData("1168000000", false)]
    [InlineData("2600000000", false)]
    public void A_code_covers_all_that_is_within_it(string? stdgCd, bool covers) =>
        Assert.Equal(covers, FeedQuestion.Read(null, null, null, stdgCd)!.Value.Covers("1165010800"));

    [Fact]
    public void A_neighbourhood_covers_its_villages() => Assert.True(FeedQuestion.Read(null, null, null, "4311032000")!.Value.Covers("4311032021"));

    [Theory]
    [InlineData("0", null, null, null)]
    [InlineData("-1", null, null, null)]
    [InlineData("1e3", null, null, null)]
    [InlineData("99999999999999999999", null, null, null)]
    [InlineData(null, "0", null, null)]
    [InlineData(null, "1001", null, null)]
    [InlineData(null, null, "csv", null)]
    [InlineData(null, null, null, "116501080")]
    [InlineData(null, null, null, "116501080x")]
    [InlineData(null, null, null, "１１６５０１０８００")]
    public void What_is_no_parameter_is_refused(string? pageNo, string? numOfRows, string? type, string? stdgCd) =>
        Assert.Null(FeedQuestion.Read(pageNo, numOfRows, type, stdgCd));

    [Fact]
    public void Pages_follow_one_another_and_all_say_how_many_there_are()
    {
        var items = Enumerable.Range(1, 25).Select(number => new FeedItem("1165010800", [("taskNo", $"{number}")])).ToList();

        Assert.EndsWith("\"numOfRows\":\"10\",\"pageNo\":\"1\",\"totalCount\":\"25\"}}", Written(items), StringComparison.Ordinal);
        Assert.Contains("[{\"taskNo\":\"21\"},{\"taskNo\":\"22\"},{\"taskNo\":\"23\"},{\"taskNo\":\"24\"},{\"taskNo\":\"25\"}]", Written(items, "3"), StringComparison.Ordinal);
        Assert.Contains("K03", Written(items, "4"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_of_evenings_and_weekends_are_said_in_Korean()
    {
        Assert.Equal(
            new FeedHours("100000", "190000", "월·화요일 19:00까지", "토요일 10:00~15:00"),
            FeedHours.Of(
            [
                new OpeningHours([DayOfWeek.Monday, DayOfWeek.Tuesday], new TimeOnly(10, 0), new TimeOnly(12, 0)),
                new OpeningHours([DayOfWeek.Monday, DayOfWeek.Tuesday], new TimeOnly(13, 0), new TimeOnly(19, 0)),
                new OpeningHours([DayOfWeek.Saturday], new TimeOnly(10, 0), new TimeOnly(15, 0)),
            ]));
        Assert.Equal("000000", FeedHours.Of([]).WeekdayOpen);
    }

    private static ImmutableDictionary<long, TicketRow> Rows(params TicketRow[] rows) => rows.ToImmutableDictionary(row => row.Ordinal);

    private static TicketRow Called(int call, int number, string counter, string service) => new(
        call, number, service, [service], 0, "normal", 0, "phone", "ko", "2026-03-02", TicketState.Done, 0, 0, 0, 0, 0, "", counter, call);

    private static string Written(IEnumerable<FeedItem> items, string? pageNo = null, string? type = null, string? stdgCd = null) =>
        Encoding.UTF8.GetString(FeedAnswer.Of(FeedQuestion.Read(pageNo, null, type, stdgCd)!.Value, items));
}
