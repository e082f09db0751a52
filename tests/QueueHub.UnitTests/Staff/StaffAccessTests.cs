using System.Security.Claims;
using QueueHub.Contracts.Staff;
using QueueHub.Staff;

namespace QueueHub.UnitTests.Staff;

public class StaffAccessTests
{
    private static readonly ClaimsPrincipal Person = new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, "7"),
            StaffAccess.Office("seocho", StaffRole.Supervisor),
            StaffAccess.Office("banpo-1", StaffRole.Clerk),
        ],
        "test"));

    [Theory]
    [InlineData("seocho", StaffRole.Clerk, true)]
    [InlineData("seocho", StaffRole.Supervisor, true)]
    [InlineData("seocho", StaffRole.Administrator, false)]
    [InlineData("banpo-1", StaffRole.Clerk, true)]
    [InlineData("banpo-1", StaffRole.Supervisor, false)]
    [InlineData("banpo", StaffRole.Clerk, false)]
    [InlineData("", StaffRole.Clerk, false)]
    public void A_role_holds_at_its_office_and_includes_the_lower_ones(string office, StaffRole role, bool may) =>
        Assert.Equal(may, StaffAccess.May(Person, office, role));

    [Fact]
    public void Nobody_may_nothing_and_has_no_id()
    {
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());

        Assert.False(StaffAccess.May(nobody, "seocho", StaffRole.Clerk));
        Assert.Equal("", StaffAccess.StaffId(nobody));
    }

    [Fact]
    public void A_role_that_is_none_gives_nothing()
    {
        var odd = new ClaimsPrincipal(new ClaimsIdentity([new Claim(StaffAccess.OfficeClaim, "seocho:king"), new Claim(StaffAccess.OfficeClaim, "seocho")]));

        Assert.False(StaffAccess.May(odd, "seocho", StaffRole.Clerk));
    }

    [Fact]
    public void An_ended_session_is_not_the_person_s_other_one()
    {
        var other = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "7"), new Claim(StaffAccess.SessionClaim, "b")]));

        Assert.False(new EndedSession("7", "a").Covers(other));
        Assert.True(new EndedSession("7", "b").Covers(other));
        Assert.True(new EndedSession("7", null).Covers(other));
    }
}
