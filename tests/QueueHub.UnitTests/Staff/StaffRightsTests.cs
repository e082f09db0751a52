using QueueHub.Contracts.Staff;
using QueueHub.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.UnitTests.Staff;

public class StaffRightsTests
{
    private static readonly StaffRights OfSeocho = StaffRights.Of(null, [new("seocho", "administrator"), new("jamwon", "supervisor")]);

    [Fact]
    public void Only_administrators_look_after_anybody()
    {
        Assert.True(OfSeocho.Any);
        Assert.False(StaffRights.Of(null, [new("seocho", "supervisor"), new("jamwon", "clerk")]).Any);
        Assert.False(StaffRights.Of(StaffRole.Supervisor, []).Any);
        Assert.True(StaffRights.Of(StaffRole.Administrator, []).District);
    }

    [Theory]
    [InlineData("seocho:clerk", true, true)]
    [InlineData("seocho:administrator", true, true)]
    [InlineData("seocho:clerk jamwon:clerk", true, false)]
    [InlineData("jamwon:clerk", false, false)]
    [InlineData("", false, false)]
    public void An_offices_administrator_sees_its_people_and_changes_those_who_work_nowhere_else(string roles, bool see, bool change)
    {
        var person = Person(null, roles);

        Assert.Equal((see, change), (OfSeocho.MaySee(person), OfSeocho.MayChange(person)));
    }

    [Fact]
    public void Who_has_a_role_of_the_district_is_not_an_offices_administrators_to_change()
    {
        // With a new password they could sign in as the district's administrator.
        Assert.False(OfSeocho.MayChange(Person("administrator", "seocho:clerk")));
        Assert.False(OfSeocho.MayChange(Person("clerk", "seocho:clerk")));
    }

    [Fact]
    public void Roles_are_granted_at_ones_own_offices_only_and_of_the_district_by_its_administrators()
    {
        Assert.True(OfSeocho.MayGrantAt("seocho"));
        Assert.False(OfSeocho.MayGrantAt("jamwon"));
        Assert.False(OfSeocho.MayGrantAt(null));
        var district = StaffRights.Of(StaffRole.Administrator, []);
        Assert.True(district.MayGrantAt(null) && district.MayGrantAt("anywhere") && district.MayChange(Person("administrator", "")) && district.MaySee(Person(null, "")));
    }

    private static StaffPerson Person(string? district, string roles) =>
        new() { Id = "1", Name = "kim", DisplayName = "김서연", District = district, Roles = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
}
