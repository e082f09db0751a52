using QueueHub.BrowserTests.Screens;

namespace QueueHub.BrowserTests;

/// <summary>A phone that runs no scripts has the same service.</summary>
public class NoScriptTests(EngineFixture engines, ChromiumFixture chromium)
{
    [Fact]
    public async Task From_the_office_through_the_form_to_a_ticket_and_its_cancellation()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var phone = await scene.OpenAsync("/seocho", Device.Phone, script: false);
        await phone.GetByRole(AriaRole.Link, new() { Name = "주민등록 등·초본" }).ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "서식 먼저 쓰기" }).ClickAsync();

        // What an answer leads to is asked when the step is sent: the page cannot know before.
        await phone.AnswerRequestAsync();
        await phone.PressAsync("다음");
        await Expect(phone.GetByText("더 여쭤볼 것이 있습니다")).ToBeVisibleAsync();
        await phone.CopiesAsync("2");
        await phone.PressAsync("다음");
        await phone.AnswerHouseholdAsync();
        await phone.PressAsync("다음");
        await phone.AnswerApplicantAsync();
        await phone.PressAsync("다음");
        await Expect(phone.Heading()).ToHaveTextAsync("내용을 확인해 주세요");
        await phone.PressAsync("제출하고 번호표 받기");
        await phone.HasTicketAsync();
        await Expect(phone.Number()).ToHaveTextAsync("1");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "서식을 제출했습니다" })).ToBeVisibleAsync();
        Assert.Contains("http-equiv=\"refresh\"", await phone.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await scene.Citizens.BoardAsync())!.Services.Sum(service => service.Waiting));

        await phone.GetByRole(AriaRole.Link, new() { Name = "번호표 취소" }).ClickAsync();
        await phone.PressAsync("네, 취소합니다");
        await phone.HasTicketAsync();
        await Expect(phone.View("cancelled")).ToBeVisibleAsync();
        Assert.Equal(0, (await scene.Citizens.BoardAsync())!.Services.Sum(service => service.Waiting));
        Assert.Empty(scene.Complaints);
    }
}
