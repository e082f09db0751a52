using System.Security.Claims;
using QueueHub.Contracts.Staff;
using QueueHub.Staff;

namespace QueueHub.UnitTests.Staff;

public class StaffAccessTests
{
    private static readonly (string Office, StaffRole Role)[] Offices =
        [("seocho", StaffRole.Supervisor), ("banpo-1", StaffRole.Clerk), ("banpo-2", StaffRole.Clerk), ("banpo-3", StaffRole.Clerk)];

    [Theory]
    [InlineData("seocho", StaffRole.Clerk, true)]
    [InlineData("seocho", StaffRole.Supervisor, true)]
    [InlineData("seocho", StaffRole.Administrator, false)]
    [InlineData("banpo-1", StaffRole.Clerk, true)]
    [InlineData("banpo-2", StaffRole.Clerk, true)]
    [InlineData("banpo-3", StaffRole.Clerk, true)]
    [InlineData("banpo-1", StaffRole.Supervisor, false)]
    [InlineData("banpo", StaffRole.Clerk, false)]
    [InlineData("banpo-1,banpo-2", StaffRole.Clerk, false)]
    [InlineData("", StaffRole.Clerk, false)]
    public void A_role_holds_at_its_office_and_includes_the_lower_ones(string office, StaffRole role, bool may) =>
        Assert.Equal(may, StaffAccess.May(Person(null, Offices), office, role));

    [Theory]
    [InlineData("seocho", StaffRole.Administrator, false)]
    [InlineData("banpo-1", StaffRole.Supervisor, true)]
    [InlineData("opened-tomorrow", StaffRole.Supervisor, true)]
    [InlineData("opened-tomorrow", StaffRole.Administrator, false)]
    public void A_district_role_holds_at_every_office(string office, StaffRole role, bool may) =>
        Assert.Equal(may, StaffAccess.May(Person(StaffRole.Supervisor, Offices), office, role));

    [Fact]
    public void A_higher_role_at_one_office_is_not_lowered_by_the_district_s()
    {
        var person = Person(StaffRole.Clerk, Offices);

        Assert.Equal(StaffRole.Supervisor, StaffAccess.RoleAt(person, "seocho"));
        Assert.Equal(StaffRole.Clerk, StaffAccess.RoleAt(person, "bangbae-1"));
        Assert.Equal(StaffRole.Clerk, StaffAccess.DistrictRole(person));
    }

    [Fact]
    public void Somewhere_is_the_highest_role_of_all()
    {
        Assert.True(StaffAccess.MaySomewhere(Person(null, Offices), StaffRole.Supervisor));
        Assert.False(StaffAccess.MaySomewhere(Person(null, Offices), StaffRole.Administrator));
        Assert.True(StaffAccess.MaySomewhere(Person(StaffRole.Administrator), StaffRole.Administrator));
        Assert.False(StaffAccess.MaySomewhere(Person(null), StaffRole.Clerk));
    }

    [Fact]
    public void The_offices_of_a_role_are_one_claim()
    {
        var thousands = Enumerable.Range(0, 5000).Select(office => ($"office-{office}", office == 4321 ? StaffRole.Supervisor : StaffRole.Clerk));

        var claims = StaffAccess.Roles(null, thousands).ToList();

        Assert.Equal(2, claims.Count);
        var person = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        Assert.Equal(StaffRole.Clerk, StaffAccess.RoleAt(person, "office-4999"));
        Assert.Equal(StaffRole.Supervisor, StaffAccess.RoleAt(person, "office-4321"));
        Assert.Null(StaffAccess.RoleAt(person, "office-5000"));
    }

    [Fact]
    public void Nobody_may_nothing_and_has_no_id()
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());

        Assert.False(StaffAccess.May(nobody, "seocho", StaffRole.Clerk));
        Assert.False(StaffAccess.MaySomewhere(nobody, StaffRole.Clerk));
        Assert.Equal("", StaffAccess.StaffId(nobody));
    }

    [Theory]
    [InlineData("King:seocho")]
    [InlineData("7:seocho")]
    [InlineData("Clerk;")]
    [InlineData("seocho")]
    [InlineData("")]
    public void A_role_that_is_none_gives_nothing(string claim)
    {
        var odd = new ClaimsPrincipal(new ClaimsIdentity([new Claim(StaffAccess.OfficesClaim, claim), new Claim(StaffAccess.DistrictClaim, claim)]));

        Assert.False(StaffAccess.May(odd, "seocho", StaffRole.Clerk));
        Assert.False(StaffAccess.MaySomewhere(odd, StaffRole.Clerk));
    }

    [Fact]
    public void An_ended_session_is_not_the_person_s_other_one()
    {
        var other = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "7"), new Claim(StaffAccess.SessionClaim, "b")]));

        Assert.False(new EndedSession("7", "a").Covers(other));
        Assert.True(new EndedSession("7", "b").Covers(other));
        Assert.True(new EndedSession("7", null).Covers(other));
    }

    private static ClaimsPrincipal Person(StaffRole? district, params (string Office, StaffRole Role)[] offices) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "7"), .. StaffAccess.Roles(district, offices)], "test"));
}
