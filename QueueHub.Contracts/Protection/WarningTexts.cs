namespace QueueHub.Contracts.Protection;

/// <summary>
/// The words of a warning, one wording for every office, in the spirit of 민원처리법 제4조 and 시행령 제4조: what is asked, and what may follow, is told beforehand.
/// None says that something will happen; that is for the clerk to decide. Recordings of what is spoken: see docs/display.md.
/// </summary>
public static class WarningTexts
{
    private static readonly Dictionary<string, Words> All = new()
    {
        [WarningKind.Time] = new(
            new("상담 시간 안내", "Time of this visit", "咨询时间提示", "Thông báo về thời gian tư vấn", "相談時間のお知らせ"),
            new(
                "권장 상담 시간이 지났습니다. 기다리시는 다른 분들을 위해 상담을 마무리해 주십시오. 계속되면 상담을 마칠 수 있습니다.",
                "The recommended time for a visit is over, and others are waiting. Please come to a close; otherwise the visit may be ended.",
                "本次咨询已超过建议时间，还有其他市民在等候。请尽快结束咨询，否则工作人员可以终止本次咨询。",
                "Đã quá thời gian tư vấn khuyến nghị và còn người khác đang chờ. Xin quý vị kết thúc buổi tư vấn; nếu kéo dài, buổi tư vấn có thể bị dừng lại.",
                "推奨される相談時間を過ぎており、ほかの方がお待ちです。ご相談をおまとめください。続く場合は、相談を終了させていただくことがあります。"),
            new(
                "안내 말씀 드립니다. 권장 상담 시간이 지났습니다. 기다리시는 다른 분들을 위해 상담을 마무리해 주시기 바랍니다. 계속되면 상담을 마칠 수 있습니다.",
                "Your attention, please. The recommended time for a visit is over, and others are waiting. Please come to a close; otherwise the visit may be ended.",
                "请注意。本次咨询已超过建议时间，还有其他市民在等候。请您尽快结束咨询，否则工作人员可以终止本次咨询。",
                "Xin quý vị lưu ý. Đã quá thời gian tư vấn khuyến nghị và còn người khác đang chờ. Xin quý vị kết thúc buổi tư vấn; nếu kéo dài, buổi tư vấn có thể bị dừng lại.",
                "お知らせいたします。推奨される相談時間を過ぎており、ほかの方がお待ちです。ご相談をおまとめください。続く場合は、相談を終了させていただくことがあります。")),

        [WarningKind.Language] = new(
            new("폭언 중지 요청", "Abusive language", "请勿使用辱骂性语言", "Đề nghị không dùng lời lẽ xúc phạm", "暴言をおやめください"),
            new(
                "폭언을 멈춰 주십시오. 계속하시면 「민원 처리에 관한 법률」에 따라 업무 처리를 중단하고 상담을 종료할 수 있습니다.",
                "Please stop using abusive language. If it goes on, work on your request may be stopped and the visit ended under the Civil Petitions Treatment Act.",
                "请停止使用辱骂性语言。如继续，工作人员可依据《民愿处理法》中止办理业务并终止本次咨询。",
                "Xin quý vị ngừng dùng lời lẽ xúc phạm. Nếu tiếp diễn, theo Luật Xử lý dân nguyện, chúng tôi có thể ngừng giải quyết và kết thúc buổi tư vấn.",
                "暴言はおやめください。続く場合は、「民願処理に関する法律」に基づき、手続きを中断し、相談を終了することがあります。"),
            new(
                "안내 말씀 드립니다. 폭언을 멈춰 주시기 바랍니다. 계속하시면 관련 법령에 따라 업무 처리가 중단되고 상담이 종료될 수 있습니다.",
                "Your attention, please. Please stop using abusive language. If it goes on, by law the work may be stopped and the visit may be ended.",
                "请注意。请停止使用辱骂性语言。如继续，我们可依法中止办理业务，并终止本次咨询。",
                "Xin quý vị lưu ý. Xin ngừng dùng lời lẽ xúc phạm. Nếu tiếp diễn, theo quy định của pháp luật, chúng tôi có thể ngừng giải quyết và kết thúc buổi tư vấn.",
                "お知らせいたします。暴言はおやめください。続く場合は、法令に基づき、手続きを中断し、相談を終了することがあります。")),

        [WarningKind.Disturbance] = new(
            new("업무 방해 중지 요청", "Work is being disturbed", "请勿妨碍办公", "Đề nghị không gây cản trở công việc", "業務の妨げをおやめください"),
            new(
                "지금의 행동으로 다른 분들의 업무 처리가 늦어지고 있습니다. 계속하시면 「민원 처리에 관한 법률」에 따라 상담을 종료하고 퇴거를 요청할 수 있습니다.",
                "What is happening keeps others from being served. If it goes on, the visit may be ended and you may be asked to leave under the Civil Petitions Treatment Act.",
                "您目前的行为已影响其他市民办理业务。如继续，工作人员可依据《民愿处理法》终止本次咨询并请您离开。",
                "Hành vi hiện tại đang ảnh hưởng đến việc phục vụ người khác. Nếu tiếp diễn, theo Luật Xử lý dân nguyện, buổi tư vấn có thể bị kết thúc và quý vị có thể được yêu cầu rời đi.",
                "現在の行為により、ほかの方の手続きに支障が出ています。続く場合は、「民願処理に関する法律」に基づき、相談を終了し、退去をお願いすることがあります。"),
            new(
                "안내 말씀 드립니다. 다른 분들의 업무 처리에 지장이 있으니 멈춰 주시기 바랍니다. 계속하시면 상담을 종료하고 퇴거를 요청할 수 있습니다.",
                "Your attention, please. Others cannot be served because of this. Please stop. If it goes on, the visit may be ended and you may be asked to leave.",
                "请注意。您的行为已影响其他市民办理业务，请立即停止。如继续，我们可终止本次咨询，并请您离开。",
                "Xin quý vị lưu ý. Việc này đang ảnh hưởng đến người khác, xin vui lòng dừng lại. Nếu tiếp diễn, buổi tư vấn có thể bị kết thúc và quý vị có thể được yêu cầu rời đi.",
                "お知らせいたします。ほかの方の手続きに支障が出ておりますので、おやめください。続く場合は、相談を終了し、退去をお願いすることがあります。")),

        [WarningKind.Threat] = new(
            new("협박·폭력 중지 요청", "Threats or violence", "请停止威胁或暴力行为", "Yêu cầu dừng đe dọa, bạo lực", "脅迫・暴力をやめてください"),
            new(
                "협박과 폭력은 처벌받을 수 있습니다. 즉시 멈춰 주십시오. 업무 처리를 중단하고, 퇴거를 요청하거나 경찰에 신고할 수 있습니다.",
                "Threats and violence can be punished by law. Stop at once. Work may be stopped, you may be asked to leave, and the police may be called.",
                "威胁和暴力行为可能受到法律处罚，请立即停止。我们可中止办理业务，请您离开或报警。",
                "Đe dọa và bạo lực có thể bị xử phạt theo pháp luật. Xin dừng lại ngay. Chúng tôi có thể ngừng giải quyết, yêu cầu quý vị rời đi hoặc báo cảnh sát.",
                "脅迫や暴力は処罰の対象となることがあります。直ちにおやめください。手続きを中断し、退去を求め、または警察に通報することがあります。"),
            new(
                "경고합니다. 협박과 폭력은 처벌받을 수 있습니다. 즉시 멈춰 주십시오. 업무 처리를 중단하고 경찰에 신고할 수 있습니다.",
                "This is a warning. Threats and violence can be punished by law. Stop at once. The work may be stopped and the police may be called.",
                "警告。威胁和暴力行为可能受到法律处罚，请立即停止。我们可中止办理业务并报警。",
                "Đây là lời cảnh báo. Đe dọa và bạo lực có thể bị xử phạt theo pháp luật. Xin dừng lại ngay. Chúng tôi có thể ngừng giải quyết và báo cảnh sát.",
                "警告します。脅迫や暴力は処罰の対象となることがあります。直ちにおやめください。手続きを中断し、警察に通報することがあります。")),
    };

    /// <summary>Names the warning, for a heading, a button or a line of the record.</summary>
    /// <param name="kind">One of <see cref="WarningKind"/>; another, from a newer server, reads as the mildest.</param>
    public static LocalText Title(string kind) => Of(kind).Title;

    /// <summary>What the citizen reads.</summary>
    /// <param name="kind"><inheritdoc cref="Title" path="/param[@name='kind']"/></param>
    public static LocalText Shown(string kind) => Of(kind).Shown;

    /// <summary>What the citizen hears.</summary>
    /// <param name="kind"><inheritdoc cref="Title" path="/param[@name='kind']"/></param>
    public static LocalText Spoken(string kind) => Of(kind).Spoken;

    private static Words Of(string kind) => All.GetValueOrDefault(kind) ?? All[WarningKind.Time];

    private sealed record Words(LocalText Title, LocalText Shown, LocalText Spoken);
}
