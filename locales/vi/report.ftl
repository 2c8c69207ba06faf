# Trang về một lần rút thăm (klero report) và các biểu đồ của nó (klero plot).

rehearsal = DIỄN TẬP, KHÔNG PHẢI BUỔI RÚT THĂM
rehearsal-explained = Trang này nói về một buổi diễn tập. Buổi này không chọn ra ai.

title-drawn = Hội đồng đã được chọn bằng rút thăm như thế nào
title-panels = Các hội đồng đã được chọn bằng rút thăm như thế nào
title-waiting = Bảng rút thăm cho hội đồng
title-replace = Các ghế trống đã được bổ sung như thế nào
title-alternates = Các thành viên dự bị đã được chọn bằng rút thăm như thế nào
title-rotate = Hội đồng của nhiệm kỳ mới đã được chọn bằng rút thăm như thế nào

how-heading = Tóm tắt
how-quotas = Số người tình nguyện nhiều hơn số ghế. Các định mức, được đặt ra trước khi rút thăm, cho biết mỗi nhóm được ít nhất và nhiều nhất bao nhiêu ghế.
how-panels = Máy tính đã lập nhiều hội đồng, mỗi hội đồng đều đáp ứng tất cả các định mức, và cấp cho mỗi hội đồng một số vé có đánh số.
how-sets = Máy tính đã lập nhiều bộ hội đồng như vậy, trong đó mỗi hội đồng đều đáp ứng tất cả các định mức, và cấp cho mỗi bộ một số vé có đánh số.
how-leximin = Vé được chia sao cho người có cơ hội nhỏ nhất có được cơ hội lớn nhất mà các định mức cho phép; rồi đến người có cơ hội nhỏ tiếp theo, và cứ thế.
how-fairest = Theo nghĩa này, không có cách rút thăm nào công bằng hơn.
how-rounded = Với { $tickets } vé, chỉ có thể chia cơ hội theo số vé nguyên. Vì vậy cách rút thăm này chưa hẳn là công bằng nhất: các cơ hội lệch tới { $points } điểm phần trăm so với công bằng nhất có thể.
how-other = Vé được chia theo quy tắc “{ $objective }”. Ở đây không khẳng định rằng không có cách rút thăm nào công bằng hơn.
how-ticket = Sau đó một vé được rút. Mọi vé đều có khả năng được rút như nhau, và hội đồng mang vé đó được chọn.
how-waiting = Chưa có vé nào được rút. Khi rút, mọi vé đều sẽ có khả năng được rút như nhau, và hội đồng mang vé rút ra sẽ được chọn.
how-together = Nhiều hội đồng được rút cùng lúc từ một danh sách người tình nguyện. Các định mức áp dụng cho từng hội đồng, và không ai ngồi ở hai hội đồng.
how-replace = Một số thành viên của hội đồng trước đã rút lui. Những người ở lại giữ ghế của mình; những người khác trong cùng danh sách nhận các ghế trống. Các định mức áp dụng cho tất cả những người ngồi trong hội đồng sau đó.
how-alternates = Thành viên dự bị vào thay khi có thành viên hội đồng rút lui. Ai đã ngồi trong hội đồng thì không thể được rút.
how-rotate = Một nhiệm kỳ mới bắt đầu. Những người ở lại giữ ghế của mình; các ghế khác dành cho thành viên mới. Các thành viên cũ nghỉ.
how-rules = Những quy tắc khác mà mọi hội đồng đều tuân theo:
rule-household = số người cùng một hộ được ngồi trong hội đồng, nhiều nhất: { $limit }
rule-apart = số nhóm mà mỗi nhóm có nhiều nhất một người được ngồi trong hội đồng: { $groups }
rule-include = số người ngồi trong mọi hội đồng: { $people }
rule-exclude = số người trong danh sách không ngồi trong hội đồng nào: { $people }

fact-pool = Số người tình nguyện
fact-panel = Số ghế của hội đồng
fact-panels = Số hội đồng cỡ này, rút cùng lúc
fact-open-people = Số người có thể được rút
fact-open-seats = Số ghế dành cho họ
fact-lottery = Số hội đồng trong bảng rút thăm
fact-sets = Số bộ hội đồng trong bảng rút thăm
fact-tickets = Tổng số vé
fact-ticket = Vé được rút (đếm từ 0)
fact-number = Số thứ tự của hội đồng được rút
fact-smallest = Cơ hội nhỏ nhất
fact-none = Số người không có vé
fact-smallest-drawn = Cơ hội nhỏ nhất của những người có thể được rút
fact-largest = Cơ hội lớn nhất

groups-heading = Người tình nguyện, định mức và hội đồng
groups-intro = Với mỗi nhóm: tỷ lệ của nhóm trong số người tình nguyện và trong hội đồng. Dấu ngoặc đặt ở tỷ lệ nhỏ nhất và lớn nhất trong hội đồng mà định mức cho phép.
groups-intro-population = Với mỗi nhóm: tỷ lệ của nhóm trong dân số, trong số người tình nguyện và trong hội đồng. Dấu ngoặc đặt ở tỷ lệ nhỏ nhất và lớn nhất trong hội đồng mà định mức cho phép.
groups-title = { $category }: tỷ lệ và định mức
legend-brackets = tỷ lệ nhỏ nhất và lớn nhất trong hội đồng mà định mức cho phép
quota = định mức { $range }
bar-population = dân số { $share }
bar-pool = tình nguyện { $share }
bar-panel = hội đồng { $seats } ({ $share })
bar-numbered = hội đồng { $number }: { $seats } ({ $share })
bar-average = trung bình { $seats } ({ $share })
groups-together = Định mức cho nhiều đặc điểm cùng lúc

table = Số liệu dưới dạng bảng: { $title }
col-group = Nhóm
col-quota = Định mức
col-pool = Số người tình nguyện
col-pool-share = Tỷ lệ trong số người tình nguyện
col-population = Tỷ lệ trong dân số
col-average = Số ghế trung bình
col-panel = Số ghế trong hội đồng
col-numbered = Hội đồng { $number }

names-heading = Các thành viên được chọn bằng rút thăm
names-note = Danh sách này có dữ liệu cá nhân. Chỉ đưa cho những người được phép xem.
col-on-panel = Hội đồng
col-new = Mới
is-new = có

chances-heading = Cơ hội của mọi người
chances-intro = Tất cả người tình nguyện được xếp theo cơ hội của họ, nhỏ nhất trước. Cơ hội khác nhau là do các định mức: nhóm nào có ít người tình nguyện thì mỗi người trong nhóm phải được rút thường xuyên hơn.
chances-open = Phần này nói về những người có thể được rút. Với những người ở lại hoặc không thuộc diện rút thăm, rút thăm không quyết định việc họ có ghế hay không.
chances-smallest = Cơ hội nhỏ nhất là { $chance }, lớn nhất là { $largest }.
chances-smallest-drawn = Trong số những người có thể được rút, cơ hội nhỏ nhất là { $chance }.
chances-bound = Không cách rút thăm nào tuân theo các quy tắc có thể cho tất cả mọi người một cơ hội lớn hơn { $fraction } ({ $chance }). Bằng chứng nằm trong hồ sơ (certificate.json), và klero verify kiểm tra nó bằng phép tính.
chances-bound-rest = Trong số những người có thể được rút, không cách rút thăm nào tuân theo các quy tắc có thể cho tất cả một cơ hội lớn hơn { $fraction } ({ $chance }). Bằng chứng nằm trong hồ sơ (certificate.json), và klero verify kiểm tra nó bằng phép tính.
chances-even = Nếu không tính đến định mức, mọi người sẽ có cơ hội như nhau: { $seats } trên { $people }, tức là { $chance }.
chances-none = Số người không có vé dù không ai loại họ ra: { $people }. Thường là vì các định mức không chừa ghế nào cho họ.
chances-legacy = Để so sánh: cho đến vài năm trước, phần lớn các hội đồng được lập bằng một quy tắc tham lam (“legacy”), xếp từng ghế một. Thử trên danh sách này { $draws } lần (hạt giống { $seed }), quy tắc đó rút người ít được rút nhất trong { $smallest } số lần thử, và người được rút nhiều nhất trong { $largest }.
chances-no-legacy = Để so sánh, người ta cũng đã thử một quy tắc tham lam (“legacy”) mà trước đây phần lớn các hội đồng dùng để xếp từng ghế một. Quy tắc đó không tìm được hội đồng nào.
chart-chances = Cơ hội có được một ghế
axis-members = tỷ lệ số người, từ cơ hội nhỏ nhất đến lớn nhất
curve-lottery = cách rút thăm này
curve-none = số người không có vé trong cách rút thăm này: { $people }
curve-legacy = quy tắc tham lam, qua { $draws } lần thử
line-even = cơ hội như nhau cho mọi người: { $chance }
line-bound = không thể cho tất cả mọi người nhiều hơn mức này: { $chance }
line-bound-rest = không thể cho tất cả những người có thể được rút nhiều hơn mức này: { $chance }
mark-smallest = nhỏ nhất { $chance }
mark-largest = lớn nhất { $chance }
mark-beyond = lớn nhất { $chance }, ở phía trên hình ↑
col-people = Số người
col-lottery = Cách rút thăm này
col-legacy = Quy tắc tham lam
row-least = cơ hội nhỏ nhất
row-part = { $share } số người có cơ hội không quá
row-most = cơ hội lớn nhất

letters-heading = Từ lá thư đến chiếc ghế
letters-intro = Ai nhận được thư thì có thể đăng ký tham gia. Vì vậy cơ hội để một hộ có người ngồi trong hội đồng gồm ba phần: cơ hội nhận thư, do rút thăm quyết định; có ai trả lời hay không, tùy ở mỗi người; và cơ hội được chọn, do lần rút thăm này mang lại.
letters-title = Cơ hội từ lá thư đến chiếc ghế
letters-everybody = tất cả các hộ
letters-col-group = Nhóm
letters-col-households = Số hộ
letters-col-letters = Số thư
letters-col-invited = Cơ hội nhận thư
letters-col-answered = Tỷ lệ thư có người trả lời
letters-col-selected = Cơ hội được chọn, trung bình
letters-col-sits = Cơ hội có ghế
letters-note = Cơ hội nhận thư và cơ hội được chọn là những con số chính xác. Không thể biết trước bao nhiêu thư sẽ được trả lời; tỷ lệ ở đây là tỷ lệ thực tế. Cơ hội có ghế là tích của ba phần: cơ hội của một hộ trong nhóm, tính trung bình.

pairs-heading = Hai nhóm cùng lúc
pairs-intro = Mỗi định mức chỉ nói về một nhóm. Với những người thuộc hai nhóm cùng lúc, chẳng hạn { $example }, không ai đặt ra số ghế. Những gì cách rút thăm này dành cho họ đã được đếm chính xác, trên tất cả các vé.
pairs-count = Số cặp nhóm có người tình nguyện và không có định mức riêng: { $pairs }. Trong đó, số cặp chắc chắn có thành viên trong hội đồng, dù rút được vé nào: { $certain }.
pairs-shares = Với những cặp mà tỷ lệ trong dân số đã được cho, bảng cũng so sánh với tỷ lệ đó.
pairs-shares-none = Các tỷ lệ trong dân số đã cho là của từng nhóm riêng. Từ đó không suy ra được có bao nhiêu người thuộc hai nhóm cùng lúc, nên ở đây so sánh với những người tình nguyện.
pairs-shown = Biểu đồ cho thấy những cặp dễ không có ai trong hội đồng nhất, trong số các cặp lẽ ra có ít nhất một ghế theo tỷ lệ trong số người tình nguyện.
pairs-shown-population = Biểu đồ cho thấy những cặp dễ không có ai trong hội đồng nhất, trong số các cặp lẽ ra có ít nhất một ghế theo tỷ lệ trong dân số hoặc, nếu tỷ lệ đó không được cho, theo tỷ lệ trong số người tình nguyện.
pairs-all = Mọi cặp lẽ ra có ít nhất một ghế theo tỷ lệ trong số người tình nguyện đều chắc chắn có thành viên trong hội đồng.
pairs-all-population = Mọi cặp lẽ ra có ít nhất một ghế theo tỷ lệ trong dân số hoặc, nếu tỷ lệ đó không được cho, theo tỷ lệ trong số người tình nguyện, đều chắc chắn có thành viên trong hội đồng.
pairs-together = Khi có nhiều hội đồng, phần này nói về một hội đồng, tính trung bình.
chart-pairs = Khả năng có ít nhất một thành viên
pair = { $one } + { $other }
col-pair = Cặp nhóm
col-by-share = Số ghế theo tỷ lệ trong số người tình nguyện
col-one = Ít nhất một thành viên
col-rounded = Đúng bằng số ghế theo tỷ lệ, làm tròn xuống hoặc lên
col-rounded-pool = Đúng bằng số ghế theo tỷ lệ trong số người tình nguyện, làm tròn xuống hoặc lên
col-by-population = Số ghế theo tỷ lệ trong dân số
col-rounded-population = Đúng bằng số ghế theo tỷ lệ trong dân số, làm tròn xuống hoặc lên
col-drawn = Hội đồng được rút

draw-heading = Buổi rút thăm
draw-committed = Trước khi rút thăm, mọi tệp đã được cố định bằng một dấu vân tay. Ban tổ chức cho biết dấu này được công bố vào { $moment }. Hãy so sánh với những gì đã được in khi đó.
draw-attempts = Những lần thử trước của buổi rút thăm này, với các dấu vân tay sau: { $attempts }
draw-beacon = Hạt giống là vòng { $round } của quicknet (drand), một nguồn ngẫu nhiên công khai mà không ai có thể biết trước hay điều khiển. Vòng này đến vào { $moment }.
draw-digits = Hạt giống là các chữ số được rút bằng tay.
draw-phrase = Hạt giống là một câu do ai đó nói ra.
draw-at-once = Không có bản cam kết trước khi rút thăm: hạt giống là một câu, và không có gì chứng tỏ rằng không ai đã chọn câu đó sao cho có lợi.
will-beacon = Hạt giống sẽ là vòng { $round } của quicknet (drand), một nguồn ngẫu nhiên công khai mà không ai có thể biết trước hay điều khiển. Vòng này đến vào { $moment }.
will-digits = Hạt giống sẽ là các chữ số được rút bằng tay, số lượng: { $count }.
will-phrase = Hạt giống sẽ là một câu do ai đó nói ra.
will-open = Chưa có bản cam kết: chưa có gì được cố định, và hạt giống sẽ đến từ đâu cũng còn bỏ ngỏ.
draw-rule = Hạt giống và bảng rút thăm quyết định vé theo một quy tắc mà ai cũng có thể làm theo.
label-fingerprint = Dấu vân tay
label-seed = Hạt giống
label-key = Khóa
label-ticket = Vé
label-panel = Hội đồng trong lottery.json
ticket-of = { $ticket } trên { $tickets }, đếm từ 0

verify-heading = Cách kiểm tra
verify-intro = Ai có hồ sơ, tức thư mục đã dùng để làm ra trang này, đều có thể kiểm tra buổi rút thăm mà không cần tin ai. Ở đây thư mục đó có tên là “record”:
verify-public = Hồ sơ có một bản công khai: một thư mục không có tên người nào, làm cho tất cả mọi người. Ai có nó đều có thể kiểm tra buổi rút thăm mà không cần tin ai. Ở đây thư mục đó có tên là “public”:
verify-program = bằng chương trình klero: { $command }
verify-page = trong trình duyệt: mở verify.html và chọn thư mục (trên điện thoại: chọn các tệp trong đó); không có gì rời khỏi thiết bị của bạn
verify-script = bằng Python: { $command }
verify-hand = bằng tay, với các công cụ thông thường, theo docs/by-hand.md
verify-needs = Một số mục kiểm tra cần các tệp có dữ liệu cá nhân nên không làm được với bản công khai: ở đó các chương trình này ghi NOT CHECKED (chưa kiểm tra). Ai được xem hồ sơ đầy đủ thì có thể làm tất cả theo cùng cách đó.
verify-beacon = Chương trình Python không kiểm tra được chữ ký của nguồn ngẫu nhiên công cộng, nên dòng cuối của nó là NOT VERIFIED (không xác minh được) ngay cả khi không có gì sai; klero và verify.html kiểm tra cả chữ ký này.
verify-receipt = Mỗi người tình nguyện có thể yêu cầu một giấy biên nhận, cho thấy họ có trong danh sách, với những đặc điểm nào và bao nhiêu vé.
verify-said = Khi trang này được làm ra, klero verify cho biết về hồ sơ đầy đủ:
verify-means = Nghĩa là: mọi mục kiểm tra đều đã được làm, và không mục nào không đạt.
verify-brackets = Những gì trong ngoặc cũng cần được biết.
verify-alone = Hồ sơ này tiếp nối một hồ sơ khác. Chỉ khi có cả hai mới kiểm tra được mọi điều: hãy đưa cả hai thư mục cho klero verify.

# The verdict, in the words of verify.ftl
verified = ĐÃ XÁC MINH
not-verified = KHÔNG XÁC MINH ĐƯỢC
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

limits-heading = Những điều không được bảo đảm
limit-pool = Rằng mọi người đã đăng ký đều có trong danh sách, và mỗi mục là một người thật với những đặc điểm được ghi.
limit-seed = Rằng không ai đã chọn hạt giống để có lợi cho người nào đó.
limit-published = Rằng dấu vân tay đã được công khai trước khi có ai có thể biết hạt giống.
limit-objective = Rằng không có cách rút thăm nào công bằng hơn.
limit-dropouts = Rằng những người được cho là đã rút lui đúng là đã rút lui, và không ai rút thăm hai lần cho bước này.
limit-features = Rằng hội đồng giống với dân số ở những điểm không có định mức.
limit-small = Rằng người có cơ hội lớn sẽ được rút, hoặc người có cơ hội nhỏ thì không: rút thăm là như vậy.

made = Do klero { $version } làm ra từ các tệp của hồ sơ, và không từ gì khác.
made-shares = Do klero { $version } làm ra từ các tệp của hồ sơ và từ tỷ lệ trong dân số.
