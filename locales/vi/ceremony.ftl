rehearsal = DIỄN TẬP, KHÔNG PHẢI BUỔI RÚT THĂM
rehearsal-sheet = Bản in này dành cho một buổi diễn tập. Kết quả rút theo bản này không được tính.

# Trên mọi trang
sheet-title = Rút thăm công khai: { $assembly }
sheet-page = Trang { $page } trên { $pages }
sheet-fingerprint = Dấu vân tay { $groups } …
read-aloud = Đọc to
to-do = Việc cần làm
panel = Hội đồng { $number }

# Trang đầu
first-what = Bản in cho hội trường
first-draw = Lần rút thăm { $draw }, lần thử { $attempt }
first-steps = Từng bước
fact-members = Số người tình nguyện
fact-panels = Số hội đồng được rút cùng lúc
fact-size = Số thành viên của hội đồng
fact-size-each = Số thành viên của mỗi hội đồng
fact-lottery = Số hội đồng khác nhau có thể được rút
fact-sets = Số bộ hội đồng khác nhau có thể được rút
fact-tickets = Số vé, mọi vé có khả năng được rút như nhau
fact-seed = Điều quyết định
fact-published = Dấu vân tay được công bố (theo bản cam kết)
fact-earlier = Số lần thử trước, được ghi trong commit.txt
seed-digits = { $count } chữ số, rút bằng tay
seed-beacon = Vòng { $round } của nguồn ngẫu nhiên công khai drand quicknet ({ $time })
seed-phrase = Một câu do ai đó nói ra
needs-title = Những gì phải có
needs-people = Một người đọc to, một người rút, một người ghi, và hai người làm chứng. Người rút không thuộc ban tổ chức.
needs-digits = Mười quả bóng mang số 0 đến 9, và một vật đựng để rút bóng từ đó ra. Số 6 và số 9 có gạch ở dưới. Cũng có thể dùng một con xúc xắc mười mặt, từ 0 đến 9.
needs-beacon = Kết nối mạng để lấy giá trị của vòng; hoặc một người ở ngoài lấy giúp.
needs-phrase = Một thứ quyết định câu nói, để không ai trong hội trường chọn nó.
needs-screen = Máy tính có hồ sơ rút thăm, và một màn hình mà mọi người đều nhìn thấy.
needs-fingerprint = Dấu vân tay như đã công bố: tờ báo, thư, trang web.

# 1
opening-title = Mở đầu
opening-do = Chờ đến khi mọi người đều nhìn thấy những gì được rút và nghe được bạn.
opening-welcome = Chào mừng quý vị đến với buổi rút thăm công khai: { $assembly }.
opening-rehearsal = Đây là một buổi diễn tập. Kết quả rút bây giờ không được tính.
opening-pool = Có { $members } người tình nguyện.
opening-size = Bây giờ chúng ta rút thăm chọn một hội đồng. Hội đồng có { $size } thành viên.
opening-several = Bây giờ chúng ta rút thăm chọn { $panels } hội đồng cùng lúc. Mỗi hội đồng có { $size } thành viên, và không ai ngồi ở hai hội đồng.
opening-replace = Một số thành viên của hội đồng đã rút lui. Bây giờ chúng ta bổ sung hội đồng; sau đó hội đồng lại có { $size } thành viên. Những người ở lại giữ ghế của mình.
opening-alternates = Bây giờ chúng ta rút thăm chọn { $size } thành viên dự bị, sẵn sàng vào thay khi có thành viên rút lui.
opening-rotate = Bây giờ chúng ta rút thăm chọn hội đồng của nhiệm kỳ mới. Hội đồng có { $size } thành viên. Những người ở lại giữ ghế của mình.
opening-quotas = Dù rút được gì, kết quả cũng đáp ứng các định mức đã công bố.
opening-tickets = Mọi kết quả có thể có đã được liệt kê từ trước. Có { $tickets } vé, đánh số từ { $first } đến { $last }. Mỗi vé cho biết những thành viên nào có ghế. Mọi vé đều có khả năng được rút như nhau.
opening-digits = Vé nào được rút là do { $count } chữ số, rút bằng tay tại đây, quyết định. Chưa ai có thể biết trước.
opening-beacon = Vé nào được rút là do một giá trị ngẫu nhiên công khai quyết định.
opening-phrase = Vé nào được rút là do một câu nói ra tại đây quyết định.

# 2
fingerprint-title = Dấu vân tay
fingerprint-what = Mọi thứ dùng để rút đã được cố định từ trước: ai có trong danh sách, có những kết quả nào, và chúng có những vé nào. Dấu vân tay đại diện cho tất cả. Nếu có gì bị thay đổi, dấu vân tay sẽ khác đi.
fingerprint-published = Theo bản cam kết, dấu này được công bố vào { $published }.
fingerprint-hear = Bây giờ tôi đọc dấu này, chia thành { $groups } nhóm, mỗi nhóm bốn ký tự. Xin quý vị so sánh với dấu mà mình biết từ báo, từ thư hoặc từ trang web.
fingerprint-code = Mã QR chứa đúng 64 ký tự này.
fingerprint-ask = Có ai có dấu vân tay khác không?
fingerprint-do = Đọc chậm, từng nhóm một. Các chữ cái là từ a đến f; ký tự trông giống chữ O là số không.
fingerprint-stop = Nếu có người có dấu vân tay khác, hãy dừng lại. Không rút gì cho đến khi rõ lý do.

# 3
decide-title = Điều quyết định
decide-digits = { $count ->
    [1] { $count } chữ số được rút. Đó chính là vé. Mười chữ số đều có khả năng được rút như nhau, và các vé cũng vậy.
   *[other] { $count } chữ số được rút, lần lượt từng chữ số. Chữ số đầu tiên là chữ số đầu của vé, và cứ thế. Mỗi lần rút, mười chữ số đều có khả năng được rút như nhau, và các vé cũng vậy.
}
decide-digits-back = Sau mỗi chữ số, quả bóng được thả trở lại và tất cả được trộn đều. Vì vậy một chữ số có thể xuất hiện nhiều lần.
decide-digits-example = Ví dụ: { $digits } sẽ là vé { $ticket }.
decide-digits-counts = Một chữ số được tính khi đã được đưa ra cho mọi người xem và đọc to.
decide-digits-show = Cho xem mười quả bóng, từ 0 đến 9, mỗi số một quả. Ai muốn đều có thể xem bóng và vật đựng bóng.
decide-digits-dice = Với xúc xắc: cho thấy mỗi chữ số có trên đó một lần. Gieo ở nơi mọi người đều thấy; kết quả được tính khi xúc xắc nằm phẳng.
decide-beacon = Cứ ba giây một lần, nhiều tổ chức cùng nhau công bố một giá trị ngẫu nhiên mới. Đã định từ trước rằng vòng { $round } quyết định. Vòng này đến vào { $time }.
decide-beacon-trust = Không ai có thể biết trước hay điều khiển giá trị này, trừ khi nhiều tổ chức trong số đó thông đồng với nhau.
decide-beacon-show = Cho xem đồng hồ theo giờ UTC, và dòng “seed” trong tệp commit.txt: dòng này ghi số vòng.
decide-phrase = Một người nói một câu.
decide-phrase-trust = Ai chọn câu thì có thể thử trước nhiều câu. Vì vậy câu đó phải đến từ một thứ mà không ai can thiệp được.
decide-phrase-show = Nói rõ câu đó sẽ có được bằng cách nào, trước khi có câu đó.
decide-calculation = Từ đó và từ dấu vân tay, vé được tính ra. Ai cũng có thể làm lại phép tính này.
decide-again = Dù ai được rút trúng, cũng không rút lại vì lý do đó.

# 4
draw-title = Rút thăm
draw-digits = Bây giờ chúng ta rút { $count } chữ số. Tôi đọc to từng chữ số, rồi chữ số đó được ghi lại.
draw-digits-each = Rút, cho xem, đọc to, ghi lại, thả bóng trở lại, trộn. Rồi đến chữ số tiếp theo.
draw-digits-fallen = Quả bóng rơi trước khi được cho xem thì thả trở lại và không được tính.
draw-digits-end = Đây là vé. Có ai thấy chữ số khác không?
draw-digit = Chữ số { $number }
draw-beacon = Bây giờ chúng ta chờ vòng { $round }. Vòng này đến vào { $time }.
draw-beacon-fetch = Khi đến giờ, lấy giá trị của vòng về rồi rút thăm. Đọc to vé, và ghi lại.
draw-phrase = Bây giờ câu đó được nói ra. Tôi nhắc lại, và câu được ghi lại.
draw-phrase-write = Ghi lại từng chữ cái; chữ hoa, dấu cách và mọi dấu trên chữ đều được tính. Rút bằng câu đó, đọc to vé, và ghi lại.
draw-text = Câu nói
draw-ticket = Vé
draw-number = Số thứ tự của mục trong lottery.json
draw-time = Ngày giờ
draw-by = Người rút
draw-written-by = Người ghi
draw-witness = Người làm chứng (tên, chữ ký)

# 5
next-title = Tiếp theo
next-look = Tôi tìm vé trong bảng và đọc to số của các thành viên có ghế.
next-read = Tôi đọc to số của các thành viên có ghế, từ tệp result.json.
next-numbers = Mỗi người tình nguyện có một số. Số đó nằm trên giấy biên nhận của họ. Không đọc tên.
next-publish = Các tệp của lần rút thăm này sẽ được công bố, không có tên.
next-check = Với các tệp đó, ai cũng có thể kiểm tra rằng vé này ứng với những thành viên này, và không có gì bị thay đổi kể từ khi dấu vân tay được công bố.
next-table = Bảng nằm ở các trang { $pages } của bản in này.
next-how = Trong bảng, vé được in đậm. Sau vé là số thứ tự của mục trong lottery.json, bên dưới là số của các thành viên.
next-compare = Hãy thực hiện việc rút thăm cả trong klero. Tệp result.json phải nêu đúng vé và đúng các thành viên như bản in này.
next-dir = DIR là thư mục của hồ sơ.
next-keep = Giữ trang này và trang trước cùng với hồ sơ.
table-none-calculation = Bản in này không có bảng: vé có được từ một phép tính do klero làm. Ai cũng có thể làm lại với các tệp đã công bố.
table-none-many = Bản in này không có bảng: { $tickets } vé là quá nhiều để in. Tệp lottery.json đã công bố chứa tất cả.
table-none-large = Bản in này không có bảng: nhiều thành viên như vậy không vừa một trang. Tệp lottery.json đã công bố chứa tất cả.

# Bảng
table-heading = Vé { $first } đến { $last }
table-number = Số { $number }

# Màn hình
live-digit = Chữ số { $number } trên { $count }
live-tickets = Còn { $count } vé
live-panels = Còn { $count } hội đồng
live-sets = Còn { $count } bộ hội đồng
live-range = Vé { $first } đến { $last }
live-ticket = Vé { $ticket }
live-right = Đây có phải là các chữ số đã được rút không?
live-members = Các thành viên có ghế
live-panel = Hội đồng { $number }: các thành viên có ghế
live-more = và { $count } người nữa
live-keys-digits = 0–9: chữ số đã rút. Backspace: xóa một chữ số. Esc: thoát.
live-keys-ticket = Enter: hiện các thành viên. Backspace: xóa một chữ số. Esc: thoát.
live-keys-members = Enter: tiếp tục. Esc: thoát.
live-small = Cửa sổ này quá nhỏ. Hãy mở rộng nó, hoặc nhấn Esc để thoát.
