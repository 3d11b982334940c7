"""What other programs put on the clipboard: LibreOffice as captured, Excel and Word as they write it."""

from __future__ import annotations

from pathlib import Path

LIBREOFFICE_TEXT = (
    'two lines, "quoted"\t30/09/12\t22\t85%\n'
    '"Sure Start" & <more>\tSept 2012\t1,234.6\t1-2\n'
    "last  blank between\t\t\t-3\n"
)
"""Line breaks within cells are blanks in it."""
LIBREOFFICE_HTML = (Path(__file__).parent / "captured" / "libreoffice.html").read_text("utf-8")
LIBREOFFICE_BLOCK = (
    ('two\nlines, "quoted"', "30/09/12", "21.5", "85%"),
    ('"Sure Start" & <more>', "Sept 2012", "1234.56", "1-2"),
    ("last\n\nblank between", "", "", "-3"),
)
"""What the cells that were copied hold, as it is typed."""

EXCEL_TEXT = 'ON TRACK\t"by May,\nor ""June"""\r\n\t12.5\r\nCOMPLETE\t\r\n'
EXCEL_HTML = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style>
<!--table
\t{mso-displayed-decimal-separator:"\\.";}
br
\t{mso-data-placement:same-cell;}
.xl65
\t{white-space:normal;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:
 collapse;width:96pt'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=40 style='height:30.0pt'>
  <td height=40 width=64 style='height:30.0pt;width:48pt'>ON TRACK</td>
  <td class=xl65 width=64 style='width:48pt'>by May,<br>
    or &quot;June&quot;</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'></td>
  <td align=right>12.5</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>COMPLETE</td>
  <td></td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>
"""
EXCEL_BLOCK = (("ON TRACK", 'by May,\nor "June"'), ("", "12.5"), ("COMPLETE", ""))

WORD_TEXT = "Milestone\tBy when\r\nTrain staff\r\nin all teams\tSept 2012\r\n"
"""A cell of two paragraphs is two lines in it."""
WORD_HTML = """<html><body><!--StartFragment-->
<table class=MsoTableGrid border=1><tr><td width=301><p class=MsoNormal>Milestone<o:p></o:p></p></td>
<td width=301 valign=top><p class=MsoNormal>By when<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Train staff</p>
<p class=MsoNormal>in all teams</p></td><td><p class=MsoNormal>Sept 2012</p></td></tr></table>
<!--EndFragment--></body></html>
"""
WORD_BLOCK = (("Milestone", "By when"), ("Train staff\nin all teams", "Sept 2012"))
