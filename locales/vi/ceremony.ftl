rehearsal = DIỄN TẬP, KHÔNG PHẢI BUỔI RÚT THĂM
