; The Windows installer, for one person and without an administrator's rights:
;   makensis -DVERSION=1.2.3 -DFOLDER=where\ami-wizard -DOUT=ami-wizard-1.2.3-setup.exe ami-wizard.nsi
; FOLDER is the finished folder of the program. bundle.py runs it where makensis is installed.
Unicode true
RequestExecutionLevel user
ManifestDPIAware true
Name "AMI Wizard"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\AMI Wizard"
InstallDirRegKey HKCU "Software\AMI Wizard" "Folder"
SetCompressor /SOLID lzma
; What was there stays in the order of its names, and nothing tells when it was packed.
SetDateSave off
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "AMI Wizard"
VIAddVersionKey "FileDescription" "AMI Wizard, installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" ""

!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\AMI Wizard"
!define CLASSES "Software\Classes"
!define WINDOW "AMI Wizard.exe"
!define COMMAND "ami-wizard.exe"

; A file of a running program can be written by nobody: without this half of it would be replaced.
!macro EndedFirst UN
Function ${UN}EndedFirst
  retry:
  ClearErrors
  IfFileExists "$INSTDIR\${WINDOW}" 0 +3
  FileOpen $0 "$INSTDIR\${WINDOW}" a
  FileClose $0
  IfErrors running
  IfFileExists "$INSTDIR\${COMMAND}" 0 ended
  FileOpen $0 "$INSTDIR\${COMMAND}" a
  FileClose $0
  IfErrors 0 ended
  running:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
    "AMI Wizard is running. Close its windows, then try again." /SD IDCANCEL IDRETRY retry
  SetErrorLevel 2
  Abort
  ended:
FunctionEnd
!macroend
!insertmacro EndedFirst ""
!insertmacro EndedFirst "un."

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
  Call EndedFirst
  SetOutPath "$INSTDIR"
  ; An older version's files would be loaded beside the new ones.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\AMI Wizard.lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "Software\AMI Wizard" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.amiwizard" "" "AMIWizard.Answers"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers" "" "AMI Wizard answers"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${GONE}" "DisplayName" "AMI Wizard"
  WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${GONE}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${GONE}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${GONE}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${GONE}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${GONE}" "NoModify" 1
  WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
  ; The Explorer shows the files' new icon at once, not after the next login.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Settings and answers are the person's own, and stay.
Section "Uninstall"
  Call un.EndedFirst
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${COMMAND}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\AMI Wizard.lnk"
  DeleteRegKey HKCU "${CLASSES}\.amiwizard"
  DeleteRegKey HKCU "${CLASSES}\AMIWizard.Answers"
  DeleteRegKey HKCU "Software\AMI Wizard"
  DeleteRegKey HKCU "${GONE}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
