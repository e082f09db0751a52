using QueueHub.Contracts.Forms;

namespace QueueHub.UnitTests.Forms;

public class AnswerTextTests
{
    [Theory]
    [InlineData("document", "household", "ko", "등본 (세대 전체)")]
    [InlineData("birthDate", "1990-01-31", "ko", "1990년 1월 31일")]
    [InlineData("birthDate", "1990-01-31", "en", "31 January 1990")]
    [InlineData("phone", "01012345678", "ko", "010-1234-5678")]
    [InlineData("phone", "0221556000", "ko", "02-2155-6000")]
    [InlineData("phone", "0311234567", "ko", "031-123-4567")]
    [InlineData("phone", "15881234", "en", "1588-1234")]
    [InlineData("phone", "+821012345678", "en", "+821012345678")]
    [InlineData("privacy", "yes", "en", "Agreed")]
    [InlineData("copies", "2", "ko", "2")]
    public void An_answer_reads_as_people_write_it(string id, string value, string language, string read) =>
        Assert.Equal([read], AnswerText.Of(SeedForm.Template.Fields.First(field => field.Id == id), [value], language));

    [Fact]
    public void A_value_that_is_no_option_any_more_is_shown_as_it_is() =>
        Assert.Equal(["old"], AnswerText.Of(SeedForm.Template.Fields.First(field => field.Id == "document"), ["old"], "ko"));
}
