using QueueHub.Contracts;
using QueueHub.Staff.Accounts;

namespace QueueHub.UnitTests.Staff;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("오늘도 민원실은 아침부터 붐빕니다")]
    [InlineData("kimseoyeon7")]
    [InlineData("2468013579")]
    [InlineData("y3cd-fr84-2amm")]
    public void A_long_one_will_do_whatever_signs_it_has(string password) => Assert.Null(PasswordRules.Fault("kim", "present-password", password));

    [Theory]
    [InlineData(ProblemCodes.PasswordTooShort, "")]
    [InlineData(ProblemCodes.PasswordTooShort, "Xk8!q2#Lm")]
    [InlineData(ProblemCodes.PasswordIsName, "seoyeon.kim")]
    [InlineData(ProblemCodes.PasswordIsName, "SEOYEON.KIM")]
    [InlineData(ProblemCodes.PasswordIsName, "seoyeon.kim2026")]
    [InlineData(ProblemCodes.PasswordIsName, "seoyeon.kimseoyeon.kim")]
    [InlineData(ProblemCodes.PasswordTooSimple, "aaaaaaaaaaaa")]
    [InlineData(ProblemCodes.PasswordTooSimple, "ababababab")]
    [InlineData(ProblemCodes.PasswordTooSimple, "abcd1abcd1")]
    [InlineData(ProblemCodes.PasswordTooSimple, "1234567890")]
    [InlineData(ProblemCodes.PasswordTooSimple, "0987654321")]
    [InlineData(ProblemCodes.PasswordTooSimple, "abcdefghijkl")]
    [InlineData(ProblemCodes.PasswordUnchanged, "present-password")]
    [InlineData(ProblemCodes.InvalidRequest, "with a\u0000 control")]
    public void What_a_guesser_tries_first_is_refused_by_its_own_code(string code, string password) =>
        Assert.Equal(code, PasswordRules.Fault("seoyeon.kim", "present-password", password));

    [Fact]
    public void What_could_not_be_typed_at_the_sign_in_is_not_taken() =>
        Assert.Equal(ProblemCodes.InvalidRequest, PasswordRules.Fault("kim", "x", string.Concat(Enumerable.Range(0, 300).Select(i => $"{i}"))));

    [Theory]
    [InlineData("kim", null)]
    [InlineData("seoyeon.kim-2", null)]
    [InlineData("k", ProblemCodes.AccountNameInvalid)]
    [InlineData("Kim", ProblemCodes.AccountNameInvalid)]
    [InlineData("김서연", ProblemCodes.AccountNameInvalid)]
    [InlineData("kim.", ProblemCodes.AccountNameInvalid)]
    [InlineData("kim lee", ProblemCodes.AccountNameInvalid)]
    [InlineData("kim\n", ProblemCodes.AccountNameInvalid)]
    [InlineData("demo-seocho", ProblemCodes.AccountNameInvalid)]
    public void Account_names_are_plain_and_nobody_is_named_like_a_simulated_clerk(string name, string? code) =>
        Assert.Equal(code, AccountNames.Fault(name, "김서연"));

    [Theory]
    [InlineData("김서연", null)]
    [InlineData("  ", ProblemCodes.DisplayNameInvalid)]
    [InlineData("a\tb", ProblemCodes.DisplayNameInvalid)]
    [InlineData("01234567890123456789012345678901234567890", ProblemCodes.DisplayNameInvalid)]
    public void A_person_has_a_name_that_fits_a_screen(string name, string? code) => Assert.Equal(code, AccountNames.DisplayFault(name));
}
