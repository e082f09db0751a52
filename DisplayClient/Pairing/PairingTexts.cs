using System.Globalization;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;

namespace DisplayClient.Pairing;

/// <summary>Every sentence of a screen that is not paired yet, Korean and English.</summary>
public static class PairingTexts
{
    public static readonly LocalText Unpaired = new("이 화면의 연결이 해제되었습니다. 다시 사용하려면 아래 코드로 연결해 주세요.", "The pairing of this screen has ended. To use it again, pair it with the code below.");
    public static readonly LocalText Enter = new("관리자 계정으로 로그인해 상황판의 ‘화면’을 엽니다.", "Sign in as a supervisor and open “Screens” in the room.");
    public static readonly LocalText Type = new("이 코드를 입력하거나 QR 코드를 스캔합니다.", "Type this code, or scan the QR code.");
    public static readonly LocalText Confirm = new("화면이 있는 곳을 고르고 ‘연결’을 누릅니다.", "Say where this screen stands and press “Pair”.");
    public static readonly LocalText Getting = new("연결 코드를 받고 있습니다", "Getting a code");
    public static readonly LocalText Away = new("서버에서 응답이 없습니다. 자동으로 다시 시도합니다.", "The server does not answer. Trying again by itself.");
    public static readonly LocalText WithoutPairing = new(
        "연결하지 않고 현황판만 보려면 주소 뒤에 민원실 이름을 붙이세요. 예: /display/seocho", "To show a board without pairing, add the office to the address: /display/seocho");

    /// <summary>What is to be paired.</summary>
    public static LocalText Title(ScreenKind kind) => kind == ScreenKind.Panel
        ? new("창구 패널을 연결해 주세요", "Pair this counter panel")
        : new("로비 화면을 연결해 주세요", "Pair this lobby display");

    /// <summary>How long the code is good.</summary>
    public static LocalText Left(TimeSpan left)
    {
        var clock = left.ToString(@"m\:ss", CultureInfo.InvariantCulture);
        return new($"{clock} 뒤 새 코드로 바뀝니다", $"A new code in {clock}");
    }
}
