import { theme, type ThemeConfig } from 'antd'

/** Ink on paper and one colour: 黛青, for what can be acted on and where one is. See docs/decisions and design notes in style.css. */

const fonts = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

const shared = {
  fontFamily: fonts,
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  lineHeight: 1.57,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  controlHeight: 32,
  motionDurationFast: '0.12s',
  motionDurationMid: '0.14s',
  motionDurationSlow: '0.16s',
  wireframe: false,
}

// The library's buttons throw a coloured shadow; ours lie flat on the paper.
const flat = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }

export const lightTheme: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#1f6f78',
    colorInfo: '#2f6f9f',
    colorSuccess: '#3d7a4e',
    colorWarning: '#a5691b',
    colorError: '#b23b3b',
    colorLink: '#1f6f78',
    colorTextBase: '#20272a',
    colorTextPlaceholder: '#667075',
    colorBgBase: '#fffefb',
    colorBgLayout: '#f5f3ee',
    colorBorder: '#d8d4ca',
    colorBorderSecondary: '#e7e3da',
  },
  components: { Button: flat },
}

export const darkTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#5fb0b5',
    colorInfo: '#6aa7d6',
    colorSuccess: '#74b985',
    colorWarning: '#d7a35a',
    colorError: '#e07c7c',
    colorLink: '#79c2c6',
    colorTextBase: '#e3e8ea',
    colorTextPlaceholder: '#8c999f',
    colorBgBase: '#14191c',
    colorBgLayout: '#0f1315',
    colorBgContainer: '#171d20',
    colorBgElevated: '#1d2428',
    colorBorder: '#344047',
    colorBorderSecondary: '#263036',
  },
  // White on the light teal and the light red of the dark theme cannot be read.
  components: { Button: { ...flat, primaryColor: '#0f1315', dangerColor: '#0f1315' } },
}
