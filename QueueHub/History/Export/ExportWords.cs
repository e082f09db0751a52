namespace QueueHub.History.Export;

/// <summary>What people call the codes of tickets, for files that are opened and read.</summary>
internal static class ExportWords
{
    /// <summary>Of a state as Postgres has it; itself where it has no word.</summary>
    public static string? State(string? state) => state switch
    {
        "onTheWay" => "오는 중",
        "waiting" => "대기",
        "called" => "호출",
        "serving" => "처리 중",
        "parked" => "보류",
        "noShow" => "부재",
        "done" => "처리 완료",
        "cancelled" => "취소",
        "expired" => "마감 미처리",
        _ => state,
    };

    /// <summary>Of how a number was taken.</summary>
    public static string? Channel(string? channel) => channel switch
    {
        "phone" => "휴대전화",
        "clerk" => "직원 발급",
        "kiosk" => "번호표 발급기",
        "move" => "다른 민원실에서 이동",
        _ => channel,
    };
}
