"""Writes a CSV file as a workbook by XlsxWriter in its constant-memory mode: figures as numbers, days as dates."""
import csv
import datetime
import sys

import xlsxwriter

source, target = sys.argv[1:3]
book = xlsxwriter.Workbook(target, {"constant_memory": True})
sheet = book.add_worksheet("contributions")
day = book.add_format({"num_format": "yyyy-mm-dd"})
money = book.add_format({"num_format": "#,##0.00"})
with open(source, newline="") as file:
    reader = csv.reader(file)
    head = next(reader)
    for column, name in enumerate(head):
        sheet.write_string(0, column, name)
    dates = {i for i, name in enumerate(head) if "date" in name}
    figures = {i for i, name in enumerate(head) if name in ("amount", "usd", "rate", "entry")}
    for number, row in enumerate(reader, 1):
        for column, text in enumerate(row):
            if not text:
                continue
            if column in dates:
                sheet.write_datetime(number, column, datetime.datetime.fromisoformat(text), day)
            elif column in figures:
                sheet.write_number(number, column, float(text), money)
            else:
                sheet.write_string(number, column, text)
book.close()
