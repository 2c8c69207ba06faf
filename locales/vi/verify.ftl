# Trang kiểm tra một buổi rút thăm (verify.html). Từ ngữ theo report.ftl, ceremony.ftl và receipt.ftl.

page-title = Kiểm tra một buổi rút thăm – klero
page-heading = Kiểm tra một buổi rút thăm
page-intro = Dành cho hồ sơ của một hội đồng công dân được chọn bằng rút thăm. Trang này lặp lại lần rút thăm từ các tệp đã công bố, và cho bạn biết mọi thứ có khớp với nhau hay không. Bạn không cần tin những người đã rút thăm, cũng không cần tin máy tính của họ.
page-language = Ngôn ngữ
page-no-script = Trang này chỉ chạy được với JavaScript, mà trình duyệt của bạn đã tắt JavaScript.
page-foot = Được viết theo bản đặc tả hồ sơ của klero, độc lập với klero. Trang này không dùng chung đoạn mã nào với phần kiểm tra của chính klero, cũng như với chương trình verify.py.
choose-heading = Bạn muốn kiểm tra gì?
choose-how = Thả vào đây thư mục của một hồ sơ, hoặc các tệp của hồ sơ, hoặc giấy biên nhận của chính bạn. Hoặc chọn chúng:
choose-folder = Thư mục của một hồ sơ
choose-files = Các tệp của một hồ sơ
choose-receipt = Giấy biên nhận của bạn
choose-private = Không có gì rời khỏi thiết bị của bạn: trang này bị cấm dùng mạng, và chạy được khi không có mạng. Trên điện thoại, hãy chọn các tệp.
choose-together = Giấy biên nhận được kiểm tra cùng với một hồ sơ: hãy chọn cả hai, lần lượt từng thứ một. Các hồ sơ tiếp nối nhau (có người được thay, thành viên dự bị được rút, một nhiệm kỳ mới bắt đầu) được kiểm tra cùng nhau: hãy đặt các thư mục của chúng vào chung một thư mục, rồi chọn hoặc thả thư mục đó. Khi ấy giấy biên nhận đi với hồ sơ mà nó thuộc về trong số đó.
progress-label = Các mục kiểm tra đã làm

# Dòng cho biết đang làm gì
status-files = Đang đọc các tệp …
status-lottery = Đang đọc bảng rút thăm …
status-pool = Đang đọc danh sách người tình nguyện …
status-check = Đang kiểm tra mục { $check } …
status-record = { $record }: { $progress }
status-done = Xong: { $verdict }.
status-nothing = Trong các tệp này không có tệp nào thuộc về một hồ sơ, và không có tệp nào là giấy biên nhận.
status-nothing-of = Trong các tệp này không có tệp nào thuộc về một hồ sơ, và không có tệp nào là giấy biên nhận ({ $names }).
status-receipts = Có nhiều hơn một giấy biên nhận trong các tệp này; hãy chọn giấy mà bạn muốn kiểm tra.
status-receipt = Đây là một giấy biên nhận. Bây giờ hãy chọn cả hồ sơ của buổi rút thăm, để có thể đối chiếu hai thứ với nhau.
status-trouble = Trang này đã gặp lỗi: { $error }. Hãy tải lại trang và thử lại.

# Kết luận
verified = ĐÃ XÁC MINH
not-verified = KHÔNG XÁC MINH ĐƯỢC
together = ĐÃ XÁC MINH CÙNG NHAU
not-together = KHÔNG XÁC MINH CÙNG NHAU ĐƯỢC
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
   *[other] { $verdict }, TRỪ VIỆC TÍNH CÔNG BẰNG CỦA { $count } BẬC DỰA VÀO LỜI CỦA MỘT CHƯƠNG TRÌNH GIẢI
}
notes = { $one }; { $more }
note-rehearsal = DIỄN TẬP, KHÔNG PHẢI BUỔI RÚT THĂM
note-undrawn = chỉ có bảng rút thăm; chưa có gì được rút
note-uncommitted = không có bản cam kết; hạt giống có thể đã được chọn sao cho có lợi
note-uncertified = không có bằng chứng công bằng; chưa kiểm tra bảng rút thăm công bằng đến mức nào
note-gap = các cơ hội lệch tới { $points } điểm phần trăm so với công bằng nhất có thể
note-quotas = định mức khác với trước đó
note-excluded = { $count ->
   *[other] số người bị loại nhiều hơn { $count } người so với những gì bước của hồ sơ đòi hỏi
}
note-certain = { $count ->
   *[other] { $count } người chắc chắn là thành viên dự bị
}
note-many = số thành viên dự bị nhiều hơn số ghế
note-public = bản công khai; { $count } mục kiểm tra cần hồ sơ đầy đủ
pass = ĐẠT
fail = KHÔNG ĐẠT
not-checked = CHƯA KIỂM TRA

# Kết quả
result-tally = Số mục kiểm tra đạt: { $passed }; không đạt: { $failed }; không thể kiểm tra: { $open }.
result-time = Mất { $seconds } giây.
result-records = Số hồ sơ: { $count }.
result-wrong = Những điều sai:
result-limits = Những gì không mục kiểm tra nào có thể cho thấy
result-aside = Đã bỏ qua, vì không phải là tệp của một hồ sơ: { $names }.
result-aside-more = Đã bỏ qua, vì không phải là tệp của một hồ sơ: { $names }; và các tệp khác, số lượng: { $count }.
result-record = Hồ sơ { $number }: { $name }
result-rehearsals = DIỄN TẬP, KHÔNG PHẢI BUỔI RÚT THĂM: { $count } trong { $all } hồ sơ này
result-checks = Tất cả các mục kiểm tra
result-about = Hồ sơ cho biết gì
hint-chain = Hồ sơ này tiếp nối một hồ sơ khác, và chỉ có thể được kiểm tra cùng với hồ sơ đó: hãy đặt thư mục của từng hồ sơ vào chung một thư mục, rồi chọn hoặc thả thư mục chung đó.
fingerprint-heading = Dấu vân tay
fingerprint-what = 64 ký tự này đại diện cho mọi thứ dùng để rút. Hãy so sánh chúng với những gì đã được công bố trước khi rút thăm: trên trang web, trên báo, trong thư của bạn. Chỉ cần một ký tự khác đi thì đó là một buổi rút thăm khác.
panel-heading = Hội đồng được rút
panels-heading = Các hội đồng được rút
panel-rehearsal = Đây là một buổi diễn tập: không ai ở đây thật sự được rút trúng.
panel-identifiers = Hội đồng { $panel } của bảng rút thăm, với các thành viên sau (số và mã):
panel-numbers = Hội đồng { $panel } của bảng rút thăm, với các thành viên sau, theo số của họ:
panels-identifiers = Mục { $panel } của bảng rút thăm, trong đó các thành viên sau (số và mã) ngồi ở nhiều hội đồng:
panels-numbers = Mục { $panel } của bảng rút thăm, trong đó các thành viên sau, theo số của họ, ngồi ở nhiều hội đồng:
panel-numbered = Hội đồng { $panel }
panel-member = { $number }: { $id }

# Giấy biên nhận
receipt-heading = Giấy biên nhận của bạn
receipt-doubt = Ở đây có điều không qua được mục kiểm tra của nó, vì vậy hồ sơ này không cho biết điều gì đáng tin về cơ hội của bạn hoặc về việc ai đã được rút; hãy xem các mục kiểm tra bên dưới.
receipt-pool = Bạn có trong danh sách người tình nguyện, với số { $number }, và với những thông tin sau về bạn:
receipt-known = Bạn có trong danh sách người tình nguyện, với số { $number }, dưới mã “{ $id }”, và với những thông tin sau về bạn:
receipt-name = Tên
receipt-household = Hộ
receipt-chance = Trong { $all } vé, có { $tickets } vé ứng với một hội đồng có bạn: cơ hội là { $chance }.
receipt-tickets = Số vé ứng với một hội đồng có bạn: { $tickets }.
receipt-undrawn = Chưa có gì được rút.
receipt-drawn = Bạn đã được rút trúng.
receipt-not-drawn = Bạn đã không được rút trúng.
receipt-rehearsal = Trong buổi diễn tập này, không phải là buổi rút thăm: { $outcome }

# Hồ sơ cho biết gì
term-rehearsal = Diễn tập
term-assembly = Hội đồng công dân
term-draw = Lần rút thăm
term-attempt = Lần thử
term-published = Được công bố
term-source = Hạt giống đến từ
term-seed = Hạt giống
term-pool = Số người trong danh sách
term-follows = Tiếp nối một hồ sơ khác
term-seats = Số ghế
term-tickets = Số vé
term-form = Dạng
about-rehearsal = đúng: đây không phải là buổi rút thăm
about-attempt = { $attempt } (các lần trước được ghi trong bản cam kết)
about-published = { $moment }, theo bản cam kết
about-seats = { $seats }, ở { $panels } hội đồng được rút cùng lúc
about-tickets = { $panels ->
   *[other] { $tickets }, cho { $panels } hội đồng có thể được rút
}
about-public = bản công khai: không có các tệp nêu danh tính
about-full = bản đầy đủ
about-uncommitted = bản đầy đủ, không có bản cam kết
seed-beacon = vòng { $round } của nguồn ngẫu nhiên công khai drand (quicknet), đến vào lúc: { $moment }
seed-digits = { $count ->
   *[other] { $count } chữ số, rút bằng tay
}
seed-phrase = một câu do ai đó nói ra
seed-empty = trống
step-replace = thay những người đã rút lui khỏi hội đồng
step-replace-part = thay những người đã rút lui khỏi hội đồng { $panel }
step-alternates = thành viên dự bị cho hội đồng
step-alternates-part = thành viên dự bị cho hội đồng { $panel }
step-rotate = một nhiệm kỳ mới; một số người ở lại, những người khác được rút mới
step-after = { $step }, sau hồ sơ có dấu vân tay { $fingerprint }
step-after-result = { $step }, sau hồ sơ không có bản cam kết mà tệp result.json có SHA-256 là { $hash }
moment = { $time } UTC, ngày { $date }
moment-far = một thời điểm quá xa để ghi ra
percent = { $number }%
percent-small = dưới { $number }%

# Những gì không mục kiểm tra nào có thể cho thấy
limit-pool = Rằng mọi người đã đăng ký đều có trong danh sách, và mỗi mục là một người thật. (Điều thứ nhất có thể thấy qua các giấy biên nhận, điều thứ hai qua việc gọi cho những người trong danh sách được chọn ngẫu nhiên.)
limit-published = Rằng dấu vân tay đã được công khai vào thời điểm mà bản cam kết nêu: hãy so sánh nó với những gì đã được gửi cho bạn, hoặc với những gì đã được in. Và rằng không có bản cam kết nào khác ngoài những bản được nêu là các lần thử trước.
limit-uncommitted = Khi không có bản cam kết: rằng không ai đã chọn câu làm hạt giống, hoặc chọn các tệp cho hợp với câu đó, sau khi đã biết chúng sẽ rút ra gì, và rằng các ô trong danh sách người tình nguyện vẫn là các ô từ trước khi rút thăm.
limit-digits = Rằng không ai biết trước các chữ số. Điều đó cần những người có mặt tận mắt nhìn thấy.
limit-phrase = Rằng không ai đã thử nhiều câu cho đến khi có câu rút ra người mà họ thích: ai có các tệp đều làm được. Điều đó tùy thuộc vào ai đã chọn câu, và chọn như thế nào.
limit-chain = Khi một hồ sơ tiếp nối một hồ sơ khác: rằng ngoài những hồ sơ được đưa ra, không có hồ sơ nào khác tiếp nối cùng hồ sơ đó; rằng những người được cho là đã rút lui, hoặc bị loại vì không thể đến, đúng là đã nói như vậy; rằng những thành viên dự bị được gọi vào đúng là những người mà klero call nêu ra; và rằng một mã chỉ cùng một người trong danh sách người tình nguyện của hai nhiệm kỳ.
limit-quotas = Và rằng các định mức khác với trước đó, hoặc các định mức của một danh sách thành viên dự bị, không nhắm vào một người mà những người đặt ra chúng mong muốn. (Tệp probabilities.csv cho thấy bao nhiêu người có thể được rút, và với cơ hội nào.)
limit-links = Liệu một tệp có phải là liên kết đến một tệp khác hay không: trình duyệt không cho biết điều đó.

# Tên các mục kiểm tra
check-files-present = Các tệp có đủ
check-files-hashes = Các tệp đúng là những tệp đã được nêu
check-setup-form = Thiết lập
check-pool-form = Danh sách người tình nguyện và định mức
check-alternates-form = Cách yêu cầu thành viên dự bị
check-lottery-form = Danh sách các hội đồng có thể được rút
check-lottery-size = Số thành viên của các hội đồng
check-lottery-quotas = Định mức trong mọi hội đồng
check-lottery-rules = Quy tắc về từng người và về các hộ
check-lottery-split = Ai ngồi ở hội đồng nào
check-lottery-parts = Định mức trong từng hội đồng
check-lottery-tickets = Vé của các hội đồng
check-certificate-form = Bằng chứng công bằng: dạng
check-certificate-cuts = Bằng chứng công bằng: các lát cắt
check-certificate-stages = Bằng chứng công bằng: các bậc
check-certificate-gap = Bảng rút thăm có đúng các cơ hội đã được chứng minh
check-probabilities-form = Danh sách cơ hội
check-probabilities-tickets = Cơ hội của mọi người
check-commit-form = Bản cam kết
check-commit-pool = Danh sách người tình nguyện đã niêm phong
check-commit-leaves = Dấu niêm phong của từng người
check-commit-time = Vòng của nguồn ngẫu nhiên đến sau bản cam kết
check-beacon-round = Vòng của nguồn ngẫu nhiên
check-beacon-signature = Chữ ký của nguồn ngẫu nhiên
check-draw-form = Kết quả
check-draw-seed = Hạt giống
check-draw-key = Khóa của buổi rút thăm
check-draw-ticket = Vé
check-draw-panel = Hội đồng được rút
check-draw-selected = Các dòng của những thành viên được rút
check-draw-remaining = Các dòng của tất cả những người khác
check-draw-panels = Các thành viên được rút theo hội đồng
check-draw-new = Các thành viên mới
check-draw-alternates = Các thành viên dự bị theo thứ tự
check-chain-before = Hồ sơ mà hồ sơ này tiếp nối
check-chain-pool = Cùng một danh sách như trước đó
check-chain-seats = Ai đã có ghế thì ở lại hoặc rời đi
check-chain-included = Ai được ở lại
check-chain-rules = Cùng các quy tắc như trước đó
check-chain-time = Một vòng muộn hơn của nguồn ngẫu nhiên
check-receipt-form = Giấy biên nhận của bạn: dạng
check-receipt-commitment = Giấy biên nhận của bạn: bản cam kết
check-receipt-leaf = Giấy biên nhận của bạn: dấu niêm phong của bạn
check-receipt-path = Giấy biên nhận của bạn: danh sách người tình nguyện
check-receipt-tickets = Giấy biên nhận của bạn: vé của bạn

# Vì sao một điều chưa được kiểm tra
not-published = Mục này cần các tệp không có trong phần đã công bố.
needs-form = Mục này cần { $file }, nhưng tệp đó không đúng dạng quy định.
needs-pool = Mục này cần danh sách người tình nguyện, nhưng danh sách đó không đọc được hoặc không khớp.
needs-receipt = Mục này cần giấy biên nhận, nhưng giấy đó không đúng dạng quy định.
needs-check = Mục này cần { $file }, nhưng mục kiểm tra của chính tệp đó không có kết quả đạt.
needs-certificate = Mục này cần bằng chứng công bằng, nhưng bằng chứng đó không có, không đọc được hoặc nói về thứ khác.
needs-stages = Mục này cần các bậc của bằng chứng công bằng, nhưng các bậc đó không đứng vững.
needs-numbers = Ai mang số nào là do danh sách người tình nguyện xác định, nhưng danh sách đó không có hoặc không đúng dạng quy định.
needs-randomness = Mục này cần một giá trị ngẫu nhiên đúng là của chữ ký đi kèm.
needs-full = Mục này cần bản đầy đủ của hồ sơ trước.
needs-full-all = Mục này cần bản đầy đủ của tất cả các hồ sơ được nêu.
check-failed = Trang này không thể làm mục kiểm tra này ({ $error }).
file-beyond = { $file } vượt quá những gì trang này chứa được ({ $error }).
file-missing = Không có { $file }.
file-irregular = { $file } không phải là một tệp thông thường.
file-large = { $file } lớn hơn mức cho phép của một tệp trong hồ sơ.
file-too-large = { $file } quá lớn đối với trang này; hãy dùng một chương trình kiểm tra khác.
file-unreadable = Không đọc được { $file }.
member-unknown = Một hội đồng nêu một thành viên không tồn tại.
drawn-unknown = { $file } nêu một thành viên không tồn tại.
in-record = { $record }: { $reason }
record-before = Trong hồ sơ trước
record-line = Trong một hồ sơ trước đó
record-alternates = Trong hồ sơ về thành viên dự bị
record-former = Trong một hồ sơ cũ
record-first = Trong lần rút thăm đầu tiên
record-beside = Trong một hồ sơ thay người ở hội đồng khác

# files.present, files.hashes
files-stray = { $file } không mang dấu hiệu như các tệp của một buổi diễn tập.
files-foreign = { $file } không thuộc về hồ sơ này, hoặc không có gì đọc được cho biết là tệp đó thuộc về hồ sơ này.
files-there = Tất cả các tệp đều có ({ $count }), không tệp nào quá lớn, và không có tệp nào không thuộc về một hồ sơ loại này.
files-unnamed = { $by } không nêu { $file }.
files-named = { $by } nêu { $file }, mà lẽ ra không được nêu.
files-changed = { $file } không phải là tệp mà { $by } nêu: tệp này đã bị thay đổi, hoặc một tệp khác đã bị thay đổi.
files-match = Dấu vân tay số của các tệp mà hồ sơ nêu ({ $count }) đúng là dấu của các tệp trong hồ sơ.

# setup.form, pool.form, alternates.form, probabilities
setup-good = Thiết lập của bảng rút thăm được viết đúng như quy định.
pool-good = Danh sách người tình nguyện (số người: { $members }) và các định mức ({ $quotas }) đọc được và khớp với nhau.
alternates-number = alternates.json không yêu cầu đúng số thành viên dự bị mà setup.json nêu ({ $alternates }).
alternates-good = alternates.json được viết đúng như quy định, và yêu cầu số thành viên dự bị đúng bằng số ghế ({ $alternates }).
chances-rows = probabilities.csv có { $rows } dòng, còn danh sách có số người khác: { $members }.
chances-person = Người số { $number } trong probabilities.csv không phải là người mà danh sách cấp cho số này.
chances-listed = Danh sách cơ hội có một dòng cho mỗi người trong danh sách người tình nguyện, theo đúng thứ tự.
chances-rows-other = Danh sách cơ hội không có đúng một dòng cho mỗi người.
chances-other = Trong bảng rút thăm, số vé của người số { $number } là { $tickets }, còn danh sách cơ hội cho biết khác.
chances-good = Cơ hội của mọi người đúng là cơ hội mà bảng rút thăm cho.

# lottery
lottery-member = Một hội đồng có thành viên số { $number }; chỉ có { $members } người.
lottery-seats = Số ghế trong lottery.json là { $seats }, còn trong { $file } là { $other }.
lottery-tickets = Số vé trong lottery.json là { $tickets }, còn trong { $file } là { $other }.
lottery-good = Bảng rút thăm liệt kê các hội đồng có thể được rút ({ $panels }) theo đúng thứ tự, và không hội đồng nào xuất hiện hai lần.
size-wrong = Số thành viên của hội đồng { $panel } là { $members } thay vì { $size }.
size-good = Mọi hội đồng đều có số thành viên đúng bằng số ghế: { $size }.
quotas-good = Mọi hội đồng đều đáp ứng tất cả các định mức.
rules-good = Mọi hội đồng đều tuân theo các quy tắc về từng người và về các hộ.
split-good = Mọi mục của bảng rút thăm đều được chia thành các hội đồng cùng cỡ ({ $panels }).
parts-good = Mỗi hội đồng trong số các hội đồng được rút cùng lúc ({ $panels }) đều đáp ứng tất cả các định mức.
tickets-none = Hội đồng { $panel } không có vé nào.
tickets-sum = Các hội đồng có tổng cộng { $sum } vé, chứ không phải { $tickets }.
tickets-good = Mọi hội đồng đều có ít nhất một vé, và tất cả có tổng cộng đủ { $tickets } vé.
panel-quota = Hội đồng { $panel }: có { $people } người được tính cho dòng dữ liệu { $row } của quotas.csv, trong khi dòng đó đòi hỏi từ { $min } đến { $max }.
panel-part = Hội đồng { $part } trong { $parts } hội đồng ở mục { $panel } của bảng rút thăm: có { $people } người được tính cho dòng dữ liệu { $row } của quotas.csv, trong khi dòng đó đòi hỏi từ { $min } đến { $max }.
panel-include = Hội đồng { $panel } không có người số { $number }, là người được xếp sẵn vào mọi hội đồng.
panel-exclude = Hội đồng { $panel } có người số { $number }, là người bị loại.
panel-household = Hội đồng { $panel } có quá nhiều người thuộc hộ của người số { $number }.
panel-apart = Hội đồng { $panel } có hai người của nhóm { $group } trong số các nhóm phải tách nhau.

# certificate
certificate-types = certificate.json tính { $types } loại thành viên, còn danh sách người tình nguyện có { $found }.
certificate-rule = certificate.json dùng quy tắc “{ $rule }”, mà hồ sơ này không có.
certificate-good = Bằng chứng công bằng được viết đúng như quy định (số bậc: { $stages }, số lát cắt: { $cuts }).
cuts-solver = Có lát cắt dựa vào lời của chương trình giải (số { $cuts }), và có bậc dùng chúng (số { $stages }).
cuts-none = Bằng chứng công bằng không dùng lát cắt nào.
cuts-good = Bằng chứng công bằng dùng { $cuts ->
   *[other] { $cuts } lát cắt, được chứng minh bằng phép tính.
}
cut-unproven = Lát cắt { $cut } chưa được chứng minh: { $why }
stage-wrong = Bậc { $stage } không đứng vững: { $why }
stage-again = Bậc { $stage } ấn định loại { $type } lần thứ hai.
stage-open = Loại { $type } không bao giờ được ấn định.
stages-good = { $stages ->
   *[other] Bằng chứng công bằng đứng vững ở { $stages } bậc: trong các cách rút thăm từ những hội đồng đáp ứng các quy tắc, không có cách nào công bằng hơn. Điều này được chứng minh chỉ bằng phép tính.
}
stages-solver = { $stages ->
   *[other] Bằng chứng công bằng đứng vững ở { $stages } bậc: trong các cách rút thăm từ những hội đồng đáp ứng các quy tắc, không có cách nào công bằng hơn; số bậc chỉ dựa vào phép tính: { $alone }.
}
gap-wrong = Cơ hội của ai đó trong bảng rút thăm lệch { $gap } so với cơ hội đã được chứng minh, nhiều hơn mức do làm tròn.
gap-good = Cơ hội của mọi người trong bảng rút thăm đúng là cơ hội đã được chứng minh, lệch không quá { $gap }.
proof-rule = ở đây không có quy tắc “{ $rule }”.
proof-sign = “{ $rule }” không được có hệ số nhân âm.
proof-leaf = một lá của phần chứng minh không cho thấy điều đó.
proof-range = giá trị của bậc không nằm giữa 0 và 1.
proof-below = giá trị của bậc nhỏ hơn giá trị của bậc trước.
proof-last = bậc không có hệ số nhân, và không phải là bậc cuối cùng với giá trị 1.
proof-left = các loại của bậc không phải là tất cả các loại còn lại.
proof-types = các loại của bậc không phải là những loại mà các hệ số nhân của bậc nêu.
proof-value = giá trị của bậc không phải là giá trị mà các hệ số nhân của bậc cho ra.

# commit và beacon
commit-differs = commit.txt và setup.json không khớp nhau: “{ $line }” trong commit.txt là { $own }, còn trong setup.json là { $other }.
commit-follows = { $says } cho biết hồ sơ này tiếp nối một hồ sơ khác, còn { $silent } thì không.
commit-good = Bản cam kết được viết đúng như quy định.
commit-lines = pool.leaves có { $lines } dòng; với { $members } người thì phải có nhiều hơn số người đúng một dòng.
commit-other = Danh sách người tình nguyện đã niêm phong không phải là danh sách đã được cam kết.
commit-sealed = Danh sách người tình nguyện đã niêm phong đúng là danh sách đã được cam kết.
seal-setup = Dấu niêm phong của setup.json trong pool.leaves là một dấu khác.
seal-member = Dấu niêm phong của người số { $number } trong pool.leaves khác với dấu có được từ danh sách người tình nguyện.
seals-good = Danh sách đã niêm phong được lập từ đúng danh sách người tình nguyện này.
round-known = Vòng của nguồn ngẫu nhiên đã được biết khi bản cam kết được công bố.
round-later = Vòng của nguồn ngẫu nhiên đến sau thời điểm mà bản cam kết nêu là lúc nó được công bố.
randomness-other = Giá trị ngẫu nhiên trong beacon.json không phải là giá trị của chữ ký trong đó.
round-other = beacon.json chứa vòng { $round }, còn bản cam kết nêu vòng { $named }.
round-good = beacon.json chứa vòng { $round }, đúng vòng mà bản cam kết nêu.
signature-wrong = Chữ ký không phải là chữ ký của nguồn ngẫu nhiên công khai cho vòng này.
signature-good = Nguồn ngẫu nhiên công khai đã ký vòng này, nên không ai có thể chọn con số mà vòng cho ra.

# draw
result-key = result.json có một khóa, mặc dù vé chính là các chữ số.
result-no-key = result.json không có khóa.
result-good = Kết quả được viết đúng như quy định.
seed-blank = Câu làm hạt giống để trống.
seed-spelled = Câu làm hạt giống không ở dạng mà câu phải được ghi lại (NFC, không có khoảng trắng ở hai đầu).
seed-commitment = result.json nêu một bản cam kết, nhưng không có bản cam kết nào.
seed-fingerprint = result.json nêu một dấu vân tay khác với dấu của commit.txt.
seed-text = Hạt giống là một câu đã được nói ra.
seed-text-asked = Hạt giống là một câu đã được nói ra, đúng như bản cam kết yêu cầu.
seed-count = Hạt giống không có đúng số chữ số mà bản cam kết yêu cầu ({ $count }).
seed-digits-good = Hạt giống là các chữ số, đúng số lượng mà bản cam kết yêu cầu.
seed-random = Hạt giống không phải là giá trị ngẫu nhiên của nguồn ngẫu nhiên công khai.
seed-random-good = Hạt giống đúng là giá trị ngẫu nhiên của nguồn ngẫu nhiên công khai.
seed-no-random = Hạt giống không phải là giá trị của một nguồn ngẫu nhiên.
key-good = Khóa của buổi rút thăm có được từ hạt giống và từ những gì dùng để rút.
key-wrong = Khóa của buổi rút thăm không phải là khóa có được từ hạt giống.
ticket-digits = Vé không phải là các chữ số đã được rút.
ticket-digits-good = Vé đúng là các chữ số đã được rút.
ticket-wrong = Khóa rút ra vé { $ticket }, còn result.json nêu { $named }.
ticket-good = Khóa rút ra vé { $ticket } trong { $tickets } vé (đếm từ 0).
drawn-none = Không hội đồng nào mang vé này.
drawn-other = Hội đồng { $panel } mang vé này, còn result.json nêu hội đồng { $named }.
drawn-members = Các thành viên trong result.json không phải là các thành viên của hội đồng đó trong bảng rút thăm.
drawn-good = Hội đồng { $panel } mang vé này, và các thành viên của hội đồng ({ $members }) được nêu đúng.
rows-split = split.json không cho biết các thành viên được rút ngồi ở hội đồng nào.
selected-wrong = { $file } không chứa đúng và đủ các dòng của những thành viên được rút trong danh sách người tình nguyện.
selected-good = { $file } chứa đúng và đủ các dòng của những thành viên được rút trong danh sách người tình nguyện.
remaining-wrong = { $file } không chứa đúng và đủ các dòng của tất cả những người không được rút trúng trong danh sách người tình nguyện.
remaining-good = { $file } chứa đúng và đủ các dòng của tất cả những người không được rút trúng trong danh sách người tình nguyện.
panels-wrong = { $file } không chứa đúng và đủ các dòng của những thành viên được rút trong danh sách người tình nguyện, xếp theo hội đồng.
panels-good = { $file } chứa đúng và đủ các dòng của những thành viên được rút trong danh sách người tình nguyện, xếp theo hội đồng.
new-wrong = { $file } không chứa đúng và đủ các dòng trong danh sách người tình nguyện của những thành viên được rút mà trước đó không ngồi trong hội đồng.
new-good = { $file } chứa đúng và đủ các dòng trong danh sách người tình nguyện của những thành viên được rút mà trước đó không ngồi trong hội đồng.
ordered-wrong = { $file } không chứa đúng và đủ các dòng của các thành viên dự bị trong danh sách người tình nguyện, theo thứ tự của họ.
ordered-good = { $file } chứa đúng và đủ các dòng của các thành viên dự bị trong danh sách người tình nguyện, theo thứ tự của họ.

# chain
chain-missing = Một hồ sơ mà hồ sơ này tiếp nối hoặc nêu ra không có trong số các hồ sơ được đưa ra: hãy chọn thư mục chứa các thư mục của tất cả chúng (SHA-256 của result.json là { $hashes }).
chain-missing-together = Một hồ sơ mà hồ sơ này tiếp nối hoặc nêu ra không có trong số các hồ sơ được đưa ra: hãy đặt thư mục của từng hồ sơ vào thư mục mà bạn chọn (SHA-256 của result.json là { $hashes }).
before-differs = commit.txt và setup.json không nêu cùng một hồ sơ và cùng một bước.
before-fingerprint = Hồ sơ trước có dấu vân tay khác với dấu được nêu.
before-rehearsal = Một hồ sơ mà hồ sơ này nêu là diễn tập, còn hồ sơ này thì không.
before-circle = Hồ sơ trước lại tiếp nối chính hồ sơ này, nên không hồ sơ nào là hồ sơ đầu tiên.
before-alternates = Hồ sơ trước chứa các thành viên dự bị, chứ không phải một hội đồng.
before-part = Hồ sơ trước không có hội đồng { $panel }.
before-parts = Hồ sơ trước rút nhiều hội đồng, còn hồ sơ này không cho biết nó tiếp nối hội đồng nào trong số đó.
before-numbered = Cùng một mã là cùng một người, nhưng trong một trong các hồ sơ này, các dòng chỉ được đánh số.
before-no-alternates = Hồ sơ được nêu là hồ sơ về thành viên dự bị không phải là hồ sơ như vậy.
before-other-alternates = Các thành viên dự bị là của một hội đồng khác.
before-competes = Một hồ sơ khác được đưa ra cũng thay người hoặc bắt đầu nhiệm kỳ mới sau cùng hồ sơ đó.
before-repeats = Một hồ sơ khác được đưa ra cũng chứa thành viên dự bị cho cùng hội đồng đó.
before-good = Hồ sơ mà hồ sơ này tiếp nối có trong số các hồ sơ được đưa ra, và không có gì được đưa ra mâu thuẫn với bước này sau hồ sơ đó.
same-pool = Danh sách người tình nguyện giống như trước đó.
other-pool = Danh sách người tình nguyện không giống như trong hồ sơ trước.
other-id-column = Mã nằm ở một cột khác với trong hồ sơ trước, nên cùng một số có thể là một người khác.
other-leaves = Danh sách người tình nguyện đã niêm phong không phải là danh sách của hồ sơ trước.
tables-both = Mục này cần { $file } của cả hai hồ sơ. { $reason }
seats-silent = Hồ sơ không cho biết ai ngồi ở hội đồng { $panel } của nó.
seats-alternate = Người số { $number } đang ngồi hoặc đã từng ngồi trong hội đồng, mà vẫn có thể được rút làm thành viên dự bị.
seats-alternates-good = Không ai đang ngồi hoặc đã từng ngồi trong hội đồng có thể được rút làm thành viên dự bị.
seats-unsure = Người số { $number } đã ngồi trong hội đồng trước, mà không chắc chắn ở lại, cũng không rút lui.
seats-other = Người số { $number } ngồi ở một hội đồng khác, hoặc đã rút lui khỏi hội đồng này, mà vẫn có thể được rút.
seats-unchanged = Không ai trong hội đồng trước đã rút lui, nên không có ghế nào cần lấp.
seats-size = Số ghế là { $seats }, còn ở hội đồng trước là { $before }.
seats-twice = Người số { $number } được rút ở đây, mà lại ngồi ở một hội đồng khác của cùng lần rút thăm, nơi một hồ sơ khác thay người.
seats-good = Mọi người đã ngồi trong hội đồng trước đều chắc chắn ở lại hoặc đã rút lui.
seats-rotate-unsure = Người số { $number } đã ngồi trong hội đồng trước, mà không chắc chắn ở lại, cũng không bị loại.
seats-rotate-former = Người số { $number } đã ngồi trong một hội đồng cũ, mà không thuộc diện xếp sẵn, cũng không bị loại.
seats-rotate-good = Mọi người đã ngồi trước đó đều chắc chắn ở lại hoặc bị loại, và ai đang nghỉ cũng bị loại, trừ khi được xếp sẵn.
included-none = Không ai được xếp sẵn.
included-alternate = Có người được xếp sẵn trong số các thành viên dự bị.
included-wrong = Người số { $number } được xếp sẵn, mà không ngồi trong hội đồng trước.
included-wrong-alternates = Người số { $number } được xếp sẵn, mà không ngồi trong hội đồng trước, và cũng không phải là một trong các thành viên dự bị.
included-good = Mọi người được xếp sẵn đều đã ngồi trong hội đồng trước.
included-good-alternates = Mọi người được xếp sẵn đều đã ngồi trong hội đồng trước, hoặc là một trong các thành viên dự bị.
rules-columns = Các cột xác định một hộ khác với trong hồ sơ trước.
rules-limit = Số người cùng một hộ được ngồi trong hội đồng: { $limit }; trong hồ sơ trước: { $before }.
rules-excluded = Người số { $number } bị loại trong hồ sơ trước, còn trong hồ sơ này thì không.
rules-apart-lost = Những người số { $numbers } phải tách nhau trong hồ sơ trước, còn trong hồ sơ này thì không.
rules-apart-new = Những người số { $numbers } phải tách nhau, mà trong hồ sơ trước thì không.
rules-apart-strangers = Những người số { $numbers } phải tách nhau, mà trong hồ sơ trước thì không, và họ không cùng một hộ.
rules-apart-included = Những người số { $numbers } phải tách nhau, mà trong hồ sơ trước thì không, và một người trong số họ được xếp sẵn.
rules-barred = Người số { $number } đã vào, mặc dù có người ở một hội đồng khác cùng hộ với người đó hoặc phải tách khỏi người đó.
rules-same = Các quy tắc đúng là các quy tắc của hồ sơ trước, và không ai đã vào mà bị những người khác ngăn.
time-wrong = Vòng của nguồn ngẫu nhiên ở đó là { $before }, mà vòng { $round } của hồ sơ này không đến sau vòng đó.
time-early = Vòng { $before } của nguồn ngẫu nhiên còn chưa đến khi hồ sơ này được cam kết.
time-good = Vòng của nguồn ngẫu nhiên đến sau vòng của mọi hồ sơ trước, và chỉ được cam kết khi các vòng đó đã đến.

# receipt
receipt-form-good = Giấy biên nhận được viết đúng như quy định.
receipt-other = Giấy biên nhận là của một buổi rút thăm khác, hoặc của một lần thử khác: dấu vân tay trên đó không phải là dấu của commit.txt.
receipt-belongs = Giấy biên nhận thuộc về bản cam kết này.
receipt-no-number = Không có số { $number } trong danh sách người tình nguyện đã niêm phong.
receipt-unsealed = Những gì giấy biên nhận nói về người được cấp không phải là những gì đã được niêm phong.
receipt-sealed = Những gì giấy biên nhận nói về người được cấp đúng là những gì đã được niêm phong.
receipt-path-wrong = Giấy biên nhận không dẫn đến danh sách người tình nguyện đã được cam kết.
receipt-path-good = Giấy biên nhận dẫn đến đúng danh sách người tình nguyện đã được cam kết.
receipt-tickets-wrong = Người số { $number } có { $tickets } vé trong bảng rút thăm, còn trên giấy biên nhận là { $claimed }.
receipt-tickets-good = Người số { $number } có { $own } trong { $tickets } vé của bảng rút thăm.

# Một tệp không đúng như quy định ở chỗ nào. Vị trí trong tệp ($where) là các tên và, với danh sách, các số đếm từ 1.
receipt-file = Giấy biên nhận
bad-text = { $file } không phải là văn bản UTF-8.
bad-json = { $file } không phải là JSON như các hồ sơ dùng: { $what } (byte { $byte }).
json-expected = thiếu “{ $mark }”
json-deep = lồng nhau quá sâu
json-value = một thứ không phải là giá trị, hoặc một số âm
json-short = kết thúc quá sớm
json-number = một số không được viết dưới dạng số nguyên nhỏ hơn 2^53
json-open = một chuỗi không kết thúc
json-control = một ký tự điều khiển trong một chuỗi
json-escape = một ký hiệu thoát mà JSON không có
json-surrogate = nửa ký tự (một nửa cặp thay thế đứng lẻ)
json-key = thiếu một khóa
json-twice = khóa “{ $key }” xuất hiện hai lần
json-more = còn nội dung sau chỗ kết thúc
bad-object = { $file } không có một đối tượng JSON ở nơi phải có ({ $where }).
bad-key = { $file } có một khóa không được quy định: { $where }.
bad-no-key = { $file } thiếu một khóa: { $where }.
bad-value = { $file }, { $where }: đây không phải là “{ $wanted }”.
bad-whole = { $file }, { $where }: đây không phải là một số nguyên ít nhất bằng { $least }.
bad-most = { $file }, { $where }: { $number } lớn hơn { $most }.
bad-string = { $file }, { $where }: đây không phải là một đoạn chữ.
bad-hash = { $file }, { $where }: đây không phải là một SHA-256 (64 chữ số thập lục phân viết thường).
bad-signature = { $file }, { $where }: đây không phải là 96 chữ số thập lục phân viết thường.
bad-list = { $file }, { $where }: đây không phải là một danh sách.
bad-twice = { $file }, { $where }: có thứ được nêu hai lần.
bad-order = { $file }, { $where }: chỗ này không theo thứ tự tăng dần.
bad-fraction = { $file }, { $where }: đây không phải là một phân số tối giản.
bad-zero = { $file }, { $where }: đây là số 0, lẽ ra phải được bỏ đi.
bad-rule = { $file }, { $where }: “{ $rule }” không phải là một quy tắc.
bad-type = { $file }, { $where }: không có loại thành viên nào như vậy.
bad-deep = { $file }, { $where }: phần chứng minh có hơn { $most } nhánh nối tiếp bên dưới nhau.
bad-objective = { $file }, { $where }: đây không phải là tên của một mục tiêu.
bad-step = { $file }: “{ $step }” không phải là một bước sau một hồ sơ khác.
bad-alternates = { $file } nêu thành viên dự bị, nhưng không thay người.
bad-former = { $file } nêu các hội đồng cũ, nhưng không bắt đầu nhiệm kỳ mới.
bad-panels-few = { $file } cho biết số hội đồng được rút cùng lúc ít hơn hai.
bad-panels-size = { $file }: { $size } ghế không thể chia thành { $panels } hội đồng cùng cỡ.
bad-panels-follows = { $file } tiếp nối một hồ sơ khác, mà lại có nhiều hội đồng của riêng mình.
bad-both = { $file }: có người vừa được xếp sẵn vừa bị loại.
bad-apart = { $file }: một nhóm phải tách nhau có ít hơn hai người.
bad-limit = { $file }: giới hạn cho các hộ không phải là 1, nhưng không có cột nào xác định hộ.
bad-end = { $file } không kết thúc bằng dấu hết dòng.
bad-first-line = { $file } không bắt đầu bằng dòng “{ $line }”.
bad-line-missing = { $file } không có dòng “{ $line }” ở đúng chỗ.
bad-line = { $file } có một dòng “{ $line }” không đúng dạng quy định.
bad-attempts = { $file } nêu số lần thử trước ({ $count }) khác với số mà lần thử { $attempt } có.
bad-attempt-twice = { $file } nêu một lần thử trước hai lần.
bad-digits = { $file } yêu cầu số chữ số ({ $count }) khác với số cần để đánh số các vé.
bad-file-lines = { $file } có các dòng “file” theo thứ tự khác, hoặc có một dòng hai lần.
bad-leaf = { $file } không có SHA-256 ở dòng { $line }.
bad-leaves = { $file } có { $lines } dòng, còn danh sách người tình nguyện có { $members } người.
bad-panel-order = { $file }: hội đồng { $panel } không đứng sau hội đồng trước nó theo đúng thứ tự.
bad-lists = { $file } có { $lists } danh sách, còn bảng rút thăm có { $panels } hội đồng.
bad-entries = { $file }, danh sách { $list }: số mục là { $entries }, còn số thành viên là { $members }.
bad-part = { $file }, danh sách { $list }: không có hội đồng { $part } trong { $parts } hội đồng.
bad-seats = { $file }, danh sách { $list }: số thành viên ở hội đồng { $part } là { $members } thay vì { $seats }.
bad-feature = { $file }: một đặc điểm trong lá không phải là một cặp.
bad-leaf-text = { $file }: lá không được viết theo dạng quy định.
bad-nul = { $file } chứa một byte NUL.
bad-no-header = { $file } không có dòng tiêu đề.
bad-no-rows = { $file } không có dòng nào dưới dòng tiêu đề.
bad-cells = { $file }, dòng { $line }: số ô là { $cells }, còn trong dòng tiêu đề là { $header }.
bad-open-quote = { $file }: một dấu ngoặc kép ở dòng { $line } không bao giờ được đóng.
bad-after-quote = { $file }: có chữ sau một dấu ngoặc kép đóng, ở dòng { $line } hoặc bên dưới.
bad-column-twice = { $file } có nhiều hơn một cột “{ $column }”.
bad-no-column = { $file } không có cột “{ $column }”.
bad-column-spelled = { $file } viết tên cột “{ $column }” khác đi: “{ $found }”.
bad-id-column = { $file } có cột “{ $column }”, vì vậy không thể chỉ đánh số các dòng thay cho mã.
bad-id-blank = { $file } có mã để trống ở dòng dữ liệu { $row }.
bad-id-twice = { $file } có hai dòng khác nhau với cùng mã “{ $id }”.
bad-cell = { $file } ghi “{ $cell }” ở mục { $category } của “{ $id }”, mà các định mức không có giá trị này.
bad-mark = { $file } không có “{ $mark }” ở ô đầu tiên của mọi dòng, như một buổi diễn tập phải có.
bad-header = { $file } không có dòng tiêu đề “{ $wanted }”.
bad-number = { $file } không có số { $number } ở đúng chỗ.
bad-quota-header = { $file } không có đúng một trong ba dạng dòng tiêu đề được chấp nhận.
bad-quota-order = { $file }, dòng dữ liệu { $row }: mức tối thiểu lớn hơn mức tối đa.
bad-quota-flex = { $file }, dòng dữ liệu { $row }: “{ $column }” chừa ít chỗ hơn chính định mức.
bad-quota-number = { $file }, dòng dữ liệu { $row }: “{ $cell }” không phải là một số nguyên từ 0 đến { $most }.
bad-quota-value = { $file } không có giá trị ở dòng dữ liệu { $row }.
bad-quota-twice = { $file } có giá trị “{ $value }” của “{ $category }” hai lần.
bad-quota-category = { $file }, dòng dữ liệu { $row }: đây không phải là một cột của danh sách người tình nguyện, cũng không phải là một tổ hợp các giá trị có dòng riêng.
bad-quota-categories = { $file } có một loại đặc điểm hai lần trong tổ hợp ở dòng dữ liệu { $row }.
bad-quota-second = { $file } có định mức thứ hai cho cùng một tổ hợp ở dòng dữ liệu { $row }.
fit-members = Số người trong pool.csv là { $members }, còn trong setup.json là { $stated }.
fit-seats = Hội đồng có { $seats } ghế, mà số người có thể nhận ghế chỉ là { $open }.
fit-few = Danh sách có quá ít người cho mức tối thiểu ở dòng dữ liệu { $row } của quotas.csv.
fit-more = Dòng dữ liệu { $row } của quotas.csv đòi hỏi nhiều người hơn số ghế.
fit-included = Số người được xếp sẵn nhiều hơn mức mà dòng dữ liệu { $row } của quotas.csv cho phép.
fit-minimums = Các mức tối thiểu của “{ $category }” cộng lại nhiều hơn số ghế ({ $seats }).
fit-maximums = Các mức tối đa của “{ $category }” cộng lại ít hơn số ghế ({ $seats }).
fit-included-seats = Số người được xếp sẵn nhiều hơn số ghế.
fit-household = Số người cùng một hộ được xếp sẵn nhiều hơn số được phép ngồi.
fit-apart = Có hai người được xếp sẵn mà phải tách nhau.
